/// What the brokers themselves say of their queues and streams.
@NullMarked
package dev.breakwater.engine.diagnostics;

import org.jspecify.annotations.NullMarked;
