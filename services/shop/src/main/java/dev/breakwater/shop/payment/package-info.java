/// payment-service: charges each order once, and refunds it.
@NullMarked
package dev.breakwater.shop.payment;

import org.jspecify.annotations.NullMarked;
