/// Latency per link over time.
@NullMarked
package dev.breakwater.engine.model.latency;

import org.jspecify.annotations.NullMarked;
