/// Telemetry in: the OTLP receiver, and the intake that folds its facts on the reducer thread.
@NullMarked
package dev.breakwater.engine.telemetry;

import org.jspecify.annotations.NullMarked;
