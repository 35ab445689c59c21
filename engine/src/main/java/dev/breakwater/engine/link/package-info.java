/// The TCP proxy that every connection of a run passes: the only place where a fault touches bytes.
@NullMarked
package dev.breakwater.engine.link;

import org.jspecify.annotations.NullMarked;
