/// JDK 25's ahead-of-time caches for the JVMs of a run: found, made in the background, renewed.
@NullMarked
package dev.breakwater.engine.environment.aot;

import org.jspecify.annotations.NullMarked;
