/// Charging orders, whoever does it: those that come through a queue, the time that they take, and their payments.
@NullMarked
package dev.breakwater.shop.support.processing;

import org.jspecify.annotations.NullMarked;
