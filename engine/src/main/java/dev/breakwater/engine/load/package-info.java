/// Load from outside: when requests are due, sending them, and how long they took.
@NullMarked
package dev.breakwater.engine.load;

import org.jspecify.annotations.NullMarked;
