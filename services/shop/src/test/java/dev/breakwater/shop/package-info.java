/// Rules for the whole shop.
@NullMarked
package dev.breakwater.shop;

import org.jspecify.annotations.NullMarked;
