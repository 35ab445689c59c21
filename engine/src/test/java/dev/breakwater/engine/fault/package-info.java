/// Tests of the fault desk, with parts that only pretend and a clock that is turned by hand.
@NullMarked
package dev.breakwater.engine.fault;

import org.jspecify.annotations.NullMarked;
