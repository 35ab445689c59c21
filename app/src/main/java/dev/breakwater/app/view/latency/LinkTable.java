package dev.breakwater.app.view.latency;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.Tabular;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// The links with their figures; the first column is the chart's legend and switches its lines on and off.
final class LinkTable {
    private static final double ROW = 21;

    private final TableView<LinkRow> table = new TableView<>();
    private final LatencyViewModel model;
    private Consumer<@Nullable LinkKey> hover = _ -> {};

    LinkTable(LatencyViewModel model) {
        this.model = model;
        SortedList<LinkRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("links");
        table.getStyleClass().add("dense-table");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(_ -> row());
        addColumns();
        table.setOnKeyPressed(event -> {
            LinkRow chosen = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && chosen != null) {
                model.toggle(chosen.link());
                event.consume();
            }
        });
    }

    TableView<LinkRow> node() {
        return table;
    }

    /// Hears of the link under the pointer; null when it is none.
    void onHover(Consumer<@Nullable LinkKey> listener) {
        hover = listener;
    }

    private void addColumns() {
        TableColumn<LinkRow, LinkRow> link = new TableColumn<>(Words.of("latency.link"));
        link.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        link.setCellFactory(_ -> new LegendCell(model::toggle));
        link.setComparator((a, b) -> a.link().title().compareTo(b.link().title()));
        link.setMinWidth(120);
        table.getColumns().add(link);
        table.getColumns().add(Tabular.figures(Words.of("latency.calls"), 50, LinkRow::calls, Figures::count));
        table.getColumns().add(Tabular.figures(Words.of("latency.failed"), 44, LinkRow::errors, Figures::count));
        table.getColumns().add(Tabular.figures("p50", 52, LinkRow::p50Nanos, Figures::time));
        table.getColumns().add(Tabular.figures("p95", 52, LinkRow::p95Nanos, Figures::time));
        table.getColumns().add(Tabular.figures("p99", 52, LinkRow::p99Nanos, Figures::time));
    }

    private TableRow<LinkRow> row() {
        TableRow<LinkRow> row = new TableRow<>();
        row.hoverProperty().subscribe(over -> {
            LinkRow item = row.getItem();
            hover.accept(over && item != null ? item.link() : null);
        });
        row.setOnMouseClicked(event -> {
            LinkRow item = row.getItem();
            if (event.getClickCount() == 2 && item != null) {
                model.toggle(item.link());
            }
        });
        return row;
    }
}
