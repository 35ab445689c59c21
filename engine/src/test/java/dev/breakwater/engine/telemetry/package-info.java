/// Tests of the OTLP receiver and the intake.
@NullMarked
package dev.breakwater.engine.telemetry;

import org.jspecify.annotations.NullMarked;
