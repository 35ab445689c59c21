package dev.breakwater.app.view.pattern;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One line of a section: label, bar, figures, curve. Every part but the label has a fixed width, so that nothing moves.
final class RowPane extends HBox {
    static final double BAR = 72;
    static final double FIGURE = 64;
    static final double CURVE = 84;
    private static final double TALL = 16;

    private final Label label = new Label();
    private final ShareBar bar = new ShareBar();
    private final List<Label> figures = new ArrayList<>();
    private final MinuteCurve curve = new MinuteCurve();
    private final Tooltip tip = new Tooltip();

    RowPane(int columns) {
        getStyleClass().add("pattern-row");
        label.getStyleClass().add("pattern-label");
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        fix(bar, BAR);
        fix(curve.node(), CURVE);
        curve.node().setPrefHeight(TALL);
        getChildren().addAll(label, bar);
        for (int i = 0; i < columns; i++) {
            Label figure = new Label();
            figure.getStyleClass().addAll("mono", "pattern-figure");
            fix(figure, FIGURE);
            figures.add(figure);
            getChildren().add(figure);
        }
        getChildren().add(curve.node());
        setAccessibleRole(AccessibleRole.TEXT);
        Tooltip.install(this, tip);
    }

    void show(PatternSection section, PatternRow row) {
        label.setText(row.label());
        bar.show(row.share());
        List<String> spoken = new ArrayList<>(List.of(row.label()));
        for (int i = 0; i < figures.size(); i++) {
            figures.get(i).setText(row.figures().get(i));
            spoken.add(section.columns().get(i) + " " + row.figures().get(i));
        }
        curve.show(row.minute(), section.most());
        tip.setText(row.more().isEmpty() ? row.label() : row.label() + "\n" + row.more());
        setAccessibleText(String.join(", ", spoken));
    }

    static void fix(Region part, double width) {
        part.setMinWidth(width);
        part.setPrefWidth(width);
        part.setMaxWidth(width);
    }
}
