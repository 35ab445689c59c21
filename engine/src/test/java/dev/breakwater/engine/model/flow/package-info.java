/// Tests of messages and calls.
@NullMarked
package dev.breakwater.engine.model.flow;

import org.jspecify.annotations.NullMarked;
