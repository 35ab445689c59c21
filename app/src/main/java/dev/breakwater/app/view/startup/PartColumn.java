package dev.breakwater.app.view.startup;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Brokers or services, one under the other, under a heading.
final class PartColumn {
    private final VBox root = new VBox();
    private final List<PartCell> cells = new ArrayList<>();
    private final ObservableList<PartRow> rows;
    private final StringProperty openLog;

    PartColumn(String heading, ObservableList<PartRow> rows, StringProperty openLog) {
        this.rows = rows;
        this.openLog = openLog;
        Label title = new Label(heading);
        title.getStyleClass().add("part-heading");
        root.getChildren().add(title);
        root.getStyleClass().add("part-column");
        rows.addListener((ListChangeListener<PartRow>) _ -> fill());
        fill();
    }

    Node node() {
        return root;
    }

    private void fill() {
        while (cells.size() < rows.size()) {
            PartCell cell = new PartCell(openLog);
            cells.add(cell);
            root.getChildren().add(cell);
        }
        while (cells.size() > rows.size()) {
            root.getChildren().remove(cells.removeLast());
        }
        for (int i = 0; i < rows.size(); i++) {
            cells.get(i).show(rows.get(i), openLog.get());
        }
    }
}
