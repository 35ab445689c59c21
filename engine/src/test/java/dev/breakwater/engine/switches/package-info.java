@NullMarked
package dev.breakwater.engine.switches;

import org.jspecify.annotations.NullMarked;
