/// One run: its parts, its load, its invariants, and the snapshot of it all.
@NullMarked
package dev.breakwater.engine.model.run;

import org.jspecify.annotations.NullMarked;
