/// Nodes and links of a scenario.
@NullMarked
package dev.breakwater.engine.model.topology;

import org.jspecify.annotations.NullMarked;
