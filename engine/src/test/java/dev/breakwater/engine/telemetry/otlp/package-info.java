/// Tests of the OTLP decoder.
@NullMarked
package dev.breakwater.engine.telemetry.otlp;

import org.jspecify.annotations.NullMarked;
