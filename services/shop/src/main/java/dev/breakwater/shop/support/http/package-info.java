/// The HTTP face of a service.
@NullMarked
package dev.breakwater.shop.support.http;

import org.jspecify.annotations.NullMarked;
