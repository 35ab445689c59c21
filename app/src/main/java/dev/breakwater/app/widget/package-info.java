/// Parts of which views are made: our own canvas charts, axes, fault bands, and how figures and times are written.
@NullMarked
package dev.breakwater.app.widget;

import org.jspecify.annotations.NullMarked;
