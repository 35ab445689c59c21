/// The window around the views: top bar, patterns, settings, keys.
@NullMarked
package dev.breakwater.app.shell;

import org.jspecify.annotations.NullMarked;
