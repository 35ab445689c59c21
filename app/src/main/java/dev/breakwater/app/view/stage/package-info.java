/// The stage: nodes, lines, and one dot for each real message.
@NullMarked
package dev.breakwater.app.view.stage;

import org.jspecify.annotations.NullMarked;
