/// Scenario files: a pattern's folder read into a [Scenario], every mistake named with line and column.
@NullMarked
package dev.breakwater.engine.scenario;

import org.jspecify.annotations.NullMarked;
