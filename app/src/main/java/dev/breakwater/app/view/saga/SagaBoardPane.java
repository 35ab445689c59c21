package dev.breakwater.app.view.saga;

import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.saga.SagaBoard;
import dev.breakwater.engine.model.saga.SagaView;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The board: one column for each place where an order can stand, its count, and its newest orders.
final class SagaBoardPane {
    private static final double ROW = 22;

    private final HBox root = new HBox();
    private final List<Column> columns = new ArrayList<>();

    SagaBoardPane(SagasViewModel model) {
        root.getStyleClass().add("saga-board");
        for (BoardColumn.Place place : BoardColumn.Place.values()) {
            Column column = new Column(place, model);
            columns.add(column);
            root.getChildren().add(column.node);
        }
    }

    Node node() {
        return root;
    }

    void show(SagaBoard board) {
        List<BoardColumn> now = BoardColumn.of(board);
        for (int i = 0; i < now.size(); i++) {
            columns.get(i).show(now.get(i));
        }
    }

    private static final class Column {
        private final Label count = new Label("0");
        private final ListView<SagaView> orders = new ListView<>();
        private final VBox node;

        Column(BoardColumn.Place place, SagasViewModel model) {
            Chip chip = place.chip();
            Label title = new Label(chip.word());
            title.setMinWidth(0);
            Label sign = new Label(chip.state().sign());
            sign.getStyleClass().addAll("board-sign", chip.state().style());
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox head = new HBox(count, space, sign);
            title.getStyleClass().addAll("board-title", chip.state().style());
            count.getStyleClass().add("board-count");
            orders.getStyleClass().add("plain-list");
            orders.setFixedCellSize(ROW);
            orders.setCellFactory(_ -> new IdCell());
            orders.setPlaceholder(new Label(""));
            orders.getSelectionModel().selectedItemProperty().subscribe(saga -> {
                if (saga != null && orders.isFocused()) {
                    model.select(saga.orderId());
                }
            });
            VBox.setVgrow(orders, Priority.ALWAYS);
            node = new VBox(head, title, orders);
            node.getStyleClass().add("board-column");
            node.setPrefWidth(1);
            node.setMinWidth(0);
            HBox.setHgrow(node, Priority.ALWAYS);
        }

        void show(BoardColumn column) {
            count.setText(Figures.count(column.count()));
            if (!orders.isHover() && !sameOrders(column.newest())) {
                orders.getItems().setAll(column.newest());
            }
        }

        private boolean sameOrders(List<SagaView> newest) {
            return newest.equals(orders.getItems());
        }
    }

    private static final class IdCell extends ListCell<SagaView> {
        IdCell() {
            getStyleClass().add("saga-id");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable SagaView saga, boolean empty) {
            super.updateItem(saga, empty);
            setText(empty || saga == null ? null : SagaRow.shortId(saga.orderId()));
        }
    }
}
