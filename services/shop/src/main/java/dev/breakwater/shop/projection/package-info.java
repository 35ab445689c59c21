/// order-projection: folds the order events into the read model, and answers queries from it.
@NullMarked
package dev.breakwater.shop.projection;

import org.jspecify.annotations.NullMarked;
