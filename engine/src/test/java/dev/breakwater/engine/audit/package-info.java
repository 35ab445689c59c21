/// The audit's rules.
@NullMarked
package dev.breakwater.engine.audit;

import org.jspecify.annotations.NullMarked;
