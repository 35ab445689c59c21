/// Service tokens (JWT).
@NullMarked
package dev.breakwater.shop.support.auth;

import org.jspecify.annotations.NullMarked;
