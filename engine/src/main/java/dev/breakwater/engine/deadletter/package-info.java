/// Messages that were given up: read as they lie there, and sent on their way once more.
@NullMarked
package dev.breakwater.engine.deadletter;

import org.jspecify.annotations.NullMarked;
