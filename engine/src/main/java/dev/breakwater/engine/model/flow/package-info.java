/// Messages and calls between the nodes of the stage.
@NullMarked
package dev.breakwater.engine.model.flow;

import org.jspecify.annotations.NullMarked;
