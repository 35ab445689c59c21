/// What scenario files may say, and how their mistakes are told.
@NullMarked
package dev.breakwater.engine.scenario;

import org.jspecify.annotations.NullMarked;
