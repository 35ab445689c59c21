package dev.breakwater.app.view.pattern;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One line of a section: label, bar, figures, curve. All but the label are as wide in every row, whatever they show, so that nothing
/// moves. A bar compares what services tell; what follows from brokers and calls goes without, for its names are long.
final class RowPane extends HBox {
    static final double FIGURE = 58;
    static final double CURVE = 66;
    static final double GAP = 6;
    private static final double LABEL = 92;
    private static final double LEAST_BAR = 24;
    private static final double MOST_BAR = 96;
    private static final double TALL = 16;

    private final Label label = new Label();
    private final ShareBar bar = new ShareBar();
    private final List<Label> figures = new ArrayList<>();
    private final MinuteCurve curve = new MinuteCurve();
    private final Tooltip tip = new Tooltip();

    RowPane(PatternSection section) {
        super(GAP);
        getStyleClass().add("pattern-row");
        label.getStyleClass().add("pattern-label");
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        fix(curve.node(), CURVE);
        curve.node().setPrefHeight(TALL);
        getChildren().add(label);
        if (section.told()) {
            getChildren().add(bar);
        }
        for (String _ : section.columns()) {
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

    /// How wide the bars of a section of this width are: the more room there is, the better they are compared.
    static double bar(PatternSection section, double width) {
        int columns = section.columns().size();
        double others = LABEL + columns * FIGURE + CURVE + (columns + 2) * GAP;
        return section.told() ? Math.clamp(width - others, LEAST_BAR, MOST_BAR) : 0;
    }

    void widen(double barWidth) {
        fix(bar, barWidth);
    }

    static void fix(Region part, double width) {
        part.setMinWidth(width);
        part.setPrefWidth(width);
        part.setMaxWidth(width);
    }
}
