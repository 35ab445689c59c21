package dev.breakwater.app.view.saga;

import javafx.geometry.Pos;
import javafx.scene.control.Label;

/// A chip as a pill: its colour, and its sign for those who do not see the colour.
final class ChipLabel extends Label {
    ChipLabel() {
        setAlignment(Pos.CENTER);
        getStyleClass().add("chip");
    }

    void show(Chip chip) {
        if (!chip.text().equals(getText())) {
            setText(chip.text());
        }
        String style = chip.state().style();
        if (getStyleClass().size() < 3 || !getStyleClass().getLast().equals(style)) {
            getStyleClass().setAll("label", "chip", style);
        }
    }
}
