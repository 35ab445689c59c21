/// The audit: reads the brokers' own data and says whether the orders still add up.
@NullMarked
package dev.breakwater.engine.audit;

import org.jspecify.annotations.NullMarked;
