package dev.breakwater.app.view.stage;

import dev.breakwater.app.view.Selected;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// Some words beside the pointer on what lies under it.
final class HoverCard {
    private static final double AWAY = 16;
    private final Label label = new Label();
    private final Pane pane = new Pane(label);

    HoverCard() {
        label.getStyleClass().add("hover-card");
        label.setVisible(false);
        pane.setMouseTransparent(true);
        pane.setPickOnBounds(false);
    }

    Node node() {
        return pane;
    }

    void follow(StageCanvas stage) {
        stage.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            Selected over = stage.at(event.getX(), event.getY());
            String text = Spoken.of(over, stage.picture());
            label.setVisible(!text.isBlank());
            if (!text.isBlank()) {
                label.setText(text);
                label.autosize();
                place(event.getX(), event.getY());
            }
        });
        stage.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> label.setVisible(false));
        stage.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> label.setVisible(false));
    }

    private void place(double x, double y) {
        boolean left = x + AWAY + label.getWidth() > pane.getWidth();
        boolean above = y + AWAY + label.getHeight() > pane.getHeight();
        label.relocate(left ? x - AWAY - label.getWidth() : x + AWAY, above ? y - AWAY - label.getHeight() : y + AWAY);
    }
}
