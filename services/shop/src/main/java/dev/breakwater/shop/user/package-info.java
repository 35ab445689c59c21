/// user-service: who may order.
@NullMarked
package dev.breakwater.shop.user;

import org.jspecify.annotations.NullMarked;
