/// Orders that come through a queue, and the time that they take.
@NullMarked
package dev.breakwater.shop.support.processing;

import org.jspecify.annotations.NullMarked;
