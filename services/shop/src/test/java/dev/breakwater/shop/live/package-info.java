/// The shop on a real Redis: services in this JVM, or as processes of their own.
@NullMarked
package dev.breakwater.shop.live;

import org.jspecify.annotations.NullMarked;
