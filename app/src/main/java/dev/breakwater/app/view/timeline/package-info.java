/// The strip under everything: messages and failures of the last minutes, and when faults were active.
@NullMarked
package dev.breakwater.app.view.timeline;

import org.jspecify.annotations.NullMarked;
