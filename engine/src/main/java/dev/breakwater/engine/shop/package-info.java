/// Asks the shop's services something on a user's behalf: at their own addresses, past links and faults.
@NullMarked
package dev.breakwater.engine.shop;

import org.jspecify.annotations.NullMarked;
