/// HTTP calls that end, whatever the other side does.
@NullMarked
package dev.breakwater.engine.http;

import org.jspecify.annotations.NullMarked;
