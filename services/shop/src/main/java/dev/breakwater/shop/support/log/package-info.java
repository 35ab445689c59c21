/// Where log lines go: standard output, one line each.
@NullMarked
package dev.breakwater.shop.support.log;

import org.jspecify.annotations.NullMarked;
