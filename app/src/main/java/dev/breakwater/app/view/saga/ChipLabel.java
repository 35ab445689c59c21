package dev.breakwater.app.view.saga;

import dev.breakwater.app.widget.StateStyle;
import javafx.geometry.Pos;
import javafx.scene.control.Label;

/// A chip as a pill: its colour, and its sign for those who do not see the colour.
final class ChipLabel extends Label {
    ChipLabel() {
        setAlignment(Pos.CENTER);
    }

    void show(Chip chip) {
        setText(chip.text());
        StateStyle.set(this, "chip", chip.state().style());
    }
}
