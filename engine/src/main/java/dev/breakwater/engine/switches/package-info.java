/// The switches of the services: what is set, and how it gets there.
@NullMarked
package dev.breakwater.engine.switches;

import org.jspecify.annotations.NullMarked;
