/// The Sagas tab: each order with its steps, as a list and as a board, and the state before and after each step.
@NullMarked
package dev.breakwater.app.view.saga;

import org.jspecify.annotations.NullMarked;
