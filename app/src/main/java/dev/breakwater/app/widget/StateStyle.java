package dev.breakwater.app.widget;

import javafx.scene.control.Label;

/// Gives a label in a cell its style classes. A cell is filled again and again, and a changed class costs a new styling: so it is
/// changed only when it is another one.
public final class StateStyle {
    private StateStyle() {}

    /// @param kind what it is: `chip`
    /// @param state how it stands: `done`
    public static void set(Label label, String kind, String state) {
        var classes = label.getStyleClass();
        if (classes.size() != 3 || !classes.get(1).equals(kind) || !classes.get(2).equals(state)) {
            classes.setAll("label", kind, state);
        }
    }
}
