/// What is special about a pattern, in figures: what services tell of it, and what follows from queues, streams and calls.
@NullMarked
package dev.breakwater.engine.model.figure;

import org.jspecify.annotations.NullMarked;
