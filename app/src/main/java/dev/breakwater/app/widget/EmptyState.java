package dev.breakwater.app.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What stands where there is nothing to show yet: what is missing, and what makes it appear.
public final class EmptyState extends VBox {
    private static final double WIDEST = 460;

    public EmptyState(String title, String hint) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label head = new Label(title);
        head.getStyleClass().add("empty-title");
        Label text = new Label(hint);
        text.getStyleClass().add("empty-hint");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setMaxWidth(WIDEST);
        getChildren().addAll(head, text);
        setMinSize(0, 0);
    }
}
