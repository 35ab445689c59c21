/// Requests that may be sent twice.
@NullMarked
package dev.breakwater.shop.support.idempotency;

import org.jspecify.annotations.NullMarked;
