/// What covers the window until the lab runs: every part's progress, and what to do when one did not start.
@NullMarked
package dev.breakwater.app.view.startup;

import org.jspecify.annotations.NullMarked;
