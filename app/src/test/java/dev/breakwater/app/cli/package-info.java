/// What the command line takes, refuses, and prints.
@NullMarked
package dev.breakwater.app.cli;

import org.jspecify.annotations.NullMarked;
