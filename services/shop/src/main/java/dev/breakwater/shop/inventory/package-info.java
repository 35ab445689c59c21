/// inventory-service: takes stock for orders that are paid, and gives it back.
@NullMarked
package dev.breakwater.shop.inventory;

import org.jspecify.annotations.NullMarked;
