/// The Log tab: the lines of all processes.
@NullMarked
package dev.breakwater.app.view.log;

import org.jspecify.annotations.NullMarked;
