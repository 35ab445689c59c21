/// Measures the link proxy against HAProxy, a direct connection and a rival on virtual threads; a main, not a test.
@NullMarked
package dev.breakwater.engine.link.bench;

import org.jspecify.annotations.NullMarked;
