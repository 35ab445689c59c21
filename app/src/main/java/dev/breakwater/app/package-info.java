/// The two faces: the window and the command line.
@NullMarked
package dev.breakwater.app;

import org.jspecify.annotations.NullMarked;
