/// Tests of the reducers: facts in, whole views out.
@NullMarked
package dev.breakwater.engine.model.fold;

import org.jspecify.annotations.NullMarked;
