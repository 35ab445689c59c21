/// Sagas as their services report them.
@NullMarked
package dev.breakwater.engine.model.saga;

import org.jspecify.annotations.NullMarked;
