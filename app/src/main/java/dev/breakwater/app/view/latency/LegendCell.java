package dev.breakwater.app.view.latency;

import dev.breakwater.app.widget.LineSwatch;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A link's check box, a piece of its line, and its name.
final class LegendCell extends TableCell<LinkRow, LinkRow> {
    /// Narrower columns get the short names.
    private static final double ROOMY = 270;

    private final CheckBox shown = new CheckBox();
    private final LineSwatch swatch = new LineSwatch();
    private final Label name = new Label();
    private final HBox line = new HBox(shown, swatch.node(), name);
    private final Tooltip tip = new Tooltip();

    LegendCell(Consumer<LinkKey> toggle) {
        line.setAlignment(Pos.CENTER_LEFT);
        line.setSpacing(6);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        shown.setFocusTraversable(false);
        shown.setOnAction(_ -> toggle.accept(getItem().link()));
        setTooltip(tip);
        tableColumnProperty().flatMap(TableColumn::widthProperty).subscribe(_ -> updateItem(getItem(), isEmpty()));
    }

    @Override
    protected void updateItem(@Nullable LinkRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        shown.setSelected(row.shown());
        swatch.show(palette -> row.style().color(palette), row.style().dashes());
        name.setText(getTableColumn().getWidth() < ROOMY ? row.link().shortTitle() : row.link().title());
        name.setOpacity(row.shown() ? 1 : 0.75);
        tip.setText(row.link().title() + " · " + row.link().protocol().title());
        setGraphic(line);
    }
}
