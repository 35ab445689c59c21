package dev.breakwater.app.view.inspector;

import dev.breakwater.app.view.Selection;
import dev.breakwater.app.view.inspector.sheet.Sheet;
import dev.breakwater.app.view.inspector.sheet.Sheet.Bar;
import dev.breakwater.app.view.inspector.sheet.Sheet.Row;
import dev.breakwater.app.view.inspector.sheet.Sheet.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Builds the parts of a sheet that are read, not operated.
final class SheetBody {
    private SheetBody() {}

    static Label heading(String text) {
        Label heading = new Label(text.toUpperCase(Locale.ROOT));
        heading.getStyleClass().add("heading");
        return heading;
    }

    static Node why(Sheet.Why why) {
        VBox box = new VBox(3);
        box.getStyleClass().addAll("why-box", "breaker-" + why.phase().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Label headline = new Label(why.headline());
        headline.getStyleClass().add("why-headline");
        headline.setWrapText(true);
        box.getChildren().add(headline);
        for (String line : why.lines()) {
            Label label = new Label(line);
            label.getStyleClass().add("why-line");
            label.setWrapText(true);
            box.getChildren().add(label);
        }
        return box;
    }

    static List<Node> sections(List<Section> sections, Selection selection) {
        List<Node> nodes = new ArrayList<>();
        for (Section section : sections) {
            VBox box = new VBox(2, heading(section.title()));
            box.getStyleClass().add("section");
            section.rows().forEach(row -> box.getChildren().add(row(row, selection)));
            if (!section.text().isBlank()) {
                Label text = new Label(section.text());
                text.setWrapText(true);
                text.setMaxWidth(Double.MAX_VALUE);
                text.getStyleClass().add(section.text().contains("\n") ? "preformatted" : "plain");
                box.getChildren().add(text);
            }
            nodes.add(box);
        }
        return nodes;
    }

    private static Node row(Row row, Selection selection) {
        Label value = new Label(row.value());
        value.getStyleClass().add("row-value");
        value.setMaxWidth(190);
        value.setTooltip(row.value().length() > 24 ? new Tooltip(row.value()) : null);
        Region label = row.goesTo().<Region>map(to -> {
            Hyperlink link = new Hyperlink(row.label());
            link.setOnAction(_ -> {
                link.setVisited(false);
                selection.set(to);
            });
            return link;
        }).orElseGet(() -> new Label(row.label()));
        label.getStyleClass().add("row-label");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(60);
        HBox line = new HBox(8, label, value);
        line.getStyleClass().add("row");
        return row.bar().<Node>map(bar -> new VBox(line, bar(bar))).orElse(line);
    }

    /// Where a span lies in its trace.
    private static Node bar(Bar bar) {
        Region piece = new Region();
        piece.getStyleClass().add(bar.failed() ? "span-bar-failed" : "span-bar");
        piece.setManaged(false);
        Pane track = new Pane(piece) {
            @Override
            protected void layoutChildren() {
                double width = Math.max(2, (bar.to() - bar.from()) * getWidth());
                piece.resizeRelocate(Math.min(bar.from() * getWidth(), getWidth() - 2), 0, width, getHeight());
            }
        };
        track.getStyleClass().add("span-track");
        return track;
    }
}
