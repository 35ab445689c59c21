/// The content of the inspector for each kind of selection: pure, without a toolkit.
@NullMarked
package dev.breakwater.app.view.inspector.sheet;

import org.jspecify.annotations.NullMarked;
