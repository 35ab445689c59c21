/// Encryption of message bodies.
@NullMarked
package dev.breakwater.shop.support.crypt;

import org.jspecify.annotations.NullMarked;
