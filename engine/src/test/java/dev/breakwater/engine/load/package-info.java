/// The load's pace and content.
@NullMarked
package dev.breakwater.engine.load;

import org.jspecify.annotations.NullMarked;
