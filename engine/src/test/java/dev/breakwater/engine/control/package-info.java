/// What the control API understands.
@NullMarked
package dev.breakwater.engine.control;

import org.jspecify.annotations.NullMarked;
