/// Traces, log events and metrics.
@NullMarked
package dev.breakwater.shop.support.telemetry;

import org.jspecify.annotations.NullMarked;
