/// Where brokers and services run: as processes of this machine, in containers, or elsewhere.
@NullMarked
package dev.breakwater.engine.environment;

import org.jspecify.annotations.NullMarked;
