/// The failures that are in force, how often they struck, and the way to heal them.
@NullMarked
package dev.breakwater.app.view.failures;

import org.jspecify.annotations.NullMarked;
