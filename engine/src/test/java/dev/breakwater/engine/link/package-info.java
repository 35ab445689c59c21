/// Tests of the proxy, over real sockets and, where time matters, with a ticker that is turned by hand.
@NullMarked
package dev.breakwater.engine.link;

import org.jspecify.annotations.NullMarked;
