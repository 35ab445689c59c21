/// What is special about the pattern that runs, in figures.
@NullMarked
package dev.breakwater.app.view.pattern;

import org.jspecify.annotations.NullMarked;
