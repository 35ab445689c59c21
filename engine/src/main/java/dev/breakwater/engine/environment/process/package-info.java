/// Child processes that never outlive the lab: started, signalled, listened to.
@NullMarked
package dev.breakwater.engine.environment.process;

import org.jspecify.annotations.NullMarked;
