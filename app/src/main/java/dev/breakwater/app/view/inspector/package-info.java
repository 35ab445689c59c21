/// What is selected, in figures and words, and the failures that can be injected into it.
@NullMarked
package dev.breakwater.app.view.inspector;

import org.jspecify.annotations.NullMarked;
