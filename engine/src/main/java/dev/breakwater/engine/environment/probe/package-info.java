/// How a part is asked whether it really serves: one small protocol each.
@NullMarked
package dev.breakwater.engine.environment.probe;

import org.jspecify.annotations.NullMarked;
