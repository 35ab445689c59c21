package dev.breakwater.app.widget;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// Makes columns of dense tables.
public final class Tabular {
    private Tabular() {}

    /// A column of figures, right-aligned, sorted by value and written by `text`.
    public static <R> TableColumn<R, Long> figures(String title, double width, Function<R, Long> value, Function<Long, String> text) {
        TableColumn<R, Long> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(_ -> new Written<>(text));
        column.getStyleClass().add("figures");
        fix(column, width);
        column.setSortType(TableColumn.SortType.DESCENDING);
        return column;
    }

    public static void fix(TableColumn<?, ?> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    private static final class Written<R> extends TableCell<R, Long> {
        private final Function<Long, String> text;

        Written(Function<Long, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable Long item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : text.apply(item));
        }
    }
}
