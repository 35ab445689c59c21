/// One order through time: its events, and what it was after each of them.
@NullMarked
package dev.breakwater.engine.model.aggregate;

import org.jspecify.annotations.NullMarked;
