/// Calls to other services over HTTP.
@NullMarked
package dev.breakwater.shop.support.call;

import org.jspecify.annotations.NullMarked;
