package dev.breakwater.app.shell;

import dev.breakwater.app.theme.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// Which key does what.
final class ShortcutsPopover {
    private static final String[] KEYS = {"space", "f9", "tab", "arrows", "escape", "zoom", "fit", "wheel", "drag", "tabs", "list"};
    private final Floating floating;

    ShortcutsPopover() {
        GridPane grid = new GridPane(16, 6);
        grid.getStyleClass().add("shortcuts");
        for (int i = 0; i < KEYS.length; i++) {
            Label key = new Label(Texts.of("key." + KEYS[i]));
            key.getStyleClass().add("key");
            grid.addRow(i, key, new Label(Texts.of("key." + KEYS[i] + ".does")));
        }
        floating = new Floating(grid);
    }

    void toggle(Node owner) {
        floating.toggle(owner);
    }
}
