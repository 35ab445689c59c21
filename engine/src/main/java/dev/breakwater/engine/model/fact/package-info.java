/// What is observed: one sealed type, from which everything that is shown is folded.
@NullMarked
package dev.breakwater.engine.model.fact;

import org.jspecify.annotations.NullMarked;
