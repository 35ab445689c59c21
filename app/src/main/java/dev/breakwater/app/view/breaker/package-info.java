/// The Breakers tab: each circuit breaker's state over time, its window now, and why it changed.
@NullMarked
package dev.breakwater.app.view.breaker;

import org.jspecify.annotations.NullMarked;
