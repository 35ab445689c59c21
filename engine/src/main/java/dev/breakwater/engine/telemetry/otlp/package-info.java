/// Reads OTLP: bytes to facts, by the current and the older semantic conventions.
@NullMarked
package dev.breakwater.engine.telemetry.otlp;

import org.jspecify.annotations.NullMarked;
