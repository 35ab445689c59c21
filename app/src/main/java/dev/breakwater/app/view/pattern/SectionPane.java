package dev.breakwater.app.view.pattern;

import dev.breakwater.app.view.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One section: its title and the titles of its columns, then a line for each row.
final class SectionPane extends VBox {
    private final PatternSection kind;
    private final List<RowPane> rows = new ArrayList<>();

    SectionPane(PatternSection section) {
        kind = section;
        getStyleClass().add("pattern-section");
        Label title = new Label(section.title());
        title.getStyleClass().add("pattern-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        if (!section.note().isEmpty()) {
            title.setTooltip(new Tooltip(section.note()));
        }
        HBox head = new HBox(RowPane.GAP, title);
        head.getStyleClass().addAll("pattern-row", "pattern-head");
        section.columns().forEach(column -> head.getChildren().add(column(column, RowPane.FIGURE)));
        head.getChildren().add(column(Words.of("pattern.minute"), RowPane.CURVE));
        getChildren().add(head);
        show(section);
        widthProperty().addListener(_ -> widen());
        widen();
    }

    /// Takes the newest figures over.
    ///
    /// @param section with the same columns as the one that this was made for
    void show(PatternSection section) {
        while (rows.size() > section.rows().size()) {
            getChildren().remove(rows.removeLast());
        }
        while (rows.size() < section.rows().size()) {
            RowPane row = new RowPane(kind);
            row.widen(RowPane.bar(kind, getWidth()));
            rows.add(row);
            getChildren().add(row);
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(section, section.rows().get(i));
        }
    }

    private void widen() {
        double bar = RowPane.bar(kind, getWidth());
        rows.forEach(row -> row.widen(bar));
    }

    private static Label column(String title, double width) {
        Label label = new Label(title);
        label.getStyleClass().add("pattern-column");
        RowPane.fix(label, width);
        return label;
    }
}
