/// Measurements of the window; run by hand, see docs/benchmarks-frames.md.
@NullMarked
package dev.breakwater.app.bench;

import org.jspecify.annotations.NullMarked;
