/// The command line: reads what is asked for, drives the lab, and says what came of it.
@NullMarked
package dev.breakwater.app.cli;

import org.jspecify.annotations.NullMarked;
