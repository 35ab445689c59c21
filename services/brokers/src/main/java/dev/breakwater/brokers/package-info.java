/// Child-process launchers of the embedded brokers: what they share.
@NullMarked
package dev.breakwater.brokers;

import org.jspecify.annotations.NullMarked;
