/// order-worker: takes orders from the queue and charges them, side by side with as many others as run.
@NullMarked
package dev.breakwater.shop.worker;

import org.jspecify.annotations.NullMarked;
