/// order-service: takes orders, and decides how their sagas end.
@NullMarked
package dev.breakwater.shop.order;

import org.jspecify.annotations.NullMarked;
