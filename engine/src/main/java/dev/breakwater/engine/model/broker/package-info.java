/// Queues and streams, by the brokers' own numbers.
@NullMarked
package dev.breakwater.engine.model.broker;

import org.jspecify.annotations.NullMarked;
