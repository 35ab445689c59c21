package dev.breakwater.app.view.startup;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.StateStyle;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One part: sign, name, what it is or does, how long it took, and its log one click away.
final class PartCell extends HBox {
    private final Label sign = new Label();
    private final Label name = new Label();
    private final Label what = new Label();
    private final Label words = new Label();
    private final ToggleButton log = new ToggleButton(Words.of("startup.log"));

    PartCell(StringProperty openLog) {
        getStyleClass().add("part-cell");
        name.getStyleClass().add("part-name");
        what.getStyleClass().add("part-what");
        what.setMinWidth(0);
        VBox both = new VBox(name, what);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        words.setMinWidth(Region.USE_PREF_SIZE);
        log.setMinWidth(Region.USE_PREF_SIZE);
        log.setOnAction(_ -> openLog.set(log.isSelected() ? name.getText() : ""));
        openLog.subscribe(open -> log.setSelected(!open.isEmpty() && open.equals(name.getText())));
        getChildren().addAll(sign, both, words, log);
    }

    void show(PartRow row, String openLog) {
        sign.setText(row.sign());
        StateStyle.set(sign, "part-sign", row.style());
        name.setText(row.part().name());
        what.setText(row.what());
        what.setTooltip(new Tooltip(row.what()));
        words.setText(row.words());
        StateStyle.set(words, "part-words", row.style());
        log.setAccessibleText(Words.of("startup.logOf", row.part().name()));
        log.setSelected(openLog.equals(row.part().name()));
    }
}
