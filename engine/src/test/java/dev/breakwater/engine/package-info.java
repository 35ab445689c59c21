/// Rules of the engine's architecture.
@NullMarked
package dev.breakwater.engine;

import org.jspecify.annotations.NullMarked;
