/// The brokers as programs: how the installed and the embedded ones are started on this machine.
@NullMarked
package dev.breakwater.engine.environment.broker;

import org.jspecify.annotations.NullMarked;
