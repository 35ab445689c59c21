/// Brokers and services as processes of this machine.
@NullMarked
package dev.breakwater.engine.environment.local;

import org.jspecify.annotations.NullMarked;
