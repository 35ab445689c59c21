/// The Latency tab: percentiles of every link on a log axis, error rate, fault bands, and the figures as a table.
@NullMarked
package dev.breakwater.app.view.latency;

import org.jspecify.annotations.NullMarked;
