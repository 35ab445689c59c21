/// Programs as parts of a run: how each is started and when it counts as ready.
@NullMarked
package dev.breakwater.engine.environment.program;

import org.jspecify.annotations.NullMarked;
