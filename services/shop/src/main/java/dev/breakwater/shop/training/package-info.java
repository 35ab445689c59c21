/// All services in one JVM, to record the AOT cache.
@NullMarked
package dev.breakwater.shop.training;

import org.jspecify.annotations.NullMarked;
