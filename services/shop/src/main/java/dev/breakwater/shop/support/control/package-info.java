/// The control port: switches and call faults.
@NullMarked
package dev.breakwater.shop.support.control;

import org.jspecify.annotations.NullMarked;
