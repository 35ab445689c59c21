/// Circuit breakers and why they changed.
@NullMarked
package dev.breakwater.engine.model.breaker;

import org.jspecify.annotations.NullMarked;
