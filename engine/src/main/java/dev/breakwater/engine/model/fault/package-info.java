/// Faults as the run knows them: asked for, active, healed.
@NullMarked
package dev.breakwater.engine.model.fault;

import org.jspecify.annotations.NullMarked;
