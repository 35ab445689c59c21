/// Where the nodes of the stage stand and how the lines between them run: pure geometry.
@NullMarked
package dev.breakwater.app.view.stage.layout;

import org.jspecify.annotations.NullMarked;
