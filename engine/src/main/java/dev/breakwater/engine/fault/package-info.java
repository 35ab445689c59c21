/// Faults: one file each, registered in the catalogue.
@NullMarked
package dev.breakwater.engine.fault;

import org.jspecify.annotations.NullMarked;
