/// Colours, letters and texts that the whole window shares.
@NullMarked
package dev.breakwater.app.theme;

import org.jspecify.annotations.NullMarked;
