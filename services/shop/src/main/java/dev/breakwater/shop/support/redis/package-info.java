/// Streams and atomic commits in Redis.
@NullMarked
package dev.breakwater.shop.support.redis;

import org.jspecify.annotations.NullMarked;
