/// The lab: starts a scenario's brokers and services, puts load on them, breaks them, and tells what happened.
@NullMarked
package dev.breakwater.engine;

import org.jspecify.annotations.NullMarked;
