/// The beat of the window: once a frame the newest snapshot goes to the views that are visible. Nothing else knows JavaFX's threads.
@NullMarked
package dev.breakwater.app.frame;

import org.jspecify.annotations.NullMarked;
