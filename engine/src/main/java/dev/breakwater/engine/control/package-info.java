/// The lab's own control API, for people who bring their own client: faults, switches, load, status over HTTP.
@NullMarked
package dev.breakwater.engine.control;

import org.jspecify.annotations.NullMarked;
