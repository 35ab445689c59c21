/// What the window is made of: one package a view, listed in the catalogue.
@NullMarked
package dev.breakwater.app.view;

import org.jspecify.annotations.NullMarked;
