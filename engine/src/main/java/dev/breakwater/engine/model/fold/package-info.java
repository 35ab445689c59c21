/// Reducers: from facts to what is shown, one small fold a concern. One thread, no clock, no I/O.
@NullMarked
package dev.breakwater.engine.model.fold;

import org.jspecify.annotations.NullMarked;
