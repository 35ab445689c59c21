/// What is done while something that we need does not answer.
@NullMarked
package dev.breakwater.shop.support.outage;

import org.jspecify.annotations.NullMarked;
