package dev.breakwater.app.view.breaker;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.StateStyle;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One breaker: state and name, its strip, its window.
final class BreakerCell extends ListCell<BreakerRow> {
    private final Label badge = new Label();
    private final Label name = new Label();
    private final Label refused = new Label();
    private final StateStrip strip = new StateStrip();
    private final WindowBar bar = new WindowBar();
    private final Label window = new Label();
    private final VBox box;

    BreakerCell() {
        getStyleClass().add("breaker-cell");
        setPrefWidth(0);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("breaker-name");
        name.setMinWidth(0);
        refused.getStyleClass().add("muted");
        refused.setMinWidth(Region.USE_PREF_SIZE);
        window.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(badge, name, space, refused);
        head.getStyleClass().add("breaker-line");
        strip.node().setPrefHeight(28);
        strip.node().setMinHeight(28);
        HBox foot = new HBox(bar.node(), window);
        foot.getStyleClass().add("breaker-line");
        box = new VBox(head, strip.node(), foot);
        box.getStyleClass().add("breaker-box");
    }

    @Override
    protected void updateItem(@Nullable BreakerRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        badge.setText(row.badge());
        StateStyle.set(badge, "breaker-badge", BreakerWords.style(row.breaker().phase()));
        name.setText(row.title());
        refused.setText(Words.of("breaker.refused", Figures.count(row.breaker().refused())));
        strip.show(row);
        bar.show(row.breaker().window());
        window.setText(BreakerWords.window(row.breaker().window()));
        setGraphic(box);
        setAccessibleText(row.title() + ", " + row.badge() + ", " + window.getText() + ", " + refused.getText());
    }
}
