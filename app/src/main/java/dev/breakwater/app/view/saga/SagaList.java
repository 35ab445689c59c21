package dev.breakwater.app.view.saga;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.EmptyState;
import dev.breakwater.app.widget.Figures;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;

/// The orders with their chips. While somebody points or walks in it, no order joins or leaves; a button tells how many wait.
final class SagaList {
    private static final double ROW = 26;

    private final ListView<SagaRow> list = new ListView<>();
    private final StackPane root;
    private final SagasViewModel model;
    private boolean following;

    SagaList(SagasViewModel model) {
        this.model = model;
        list.setId("sagas");
        list.getStyleClass().add("plain-list");
        list.setFixedCellSize(ROW);
        list.setItems(model.rows());
        list.setCellFactory(_ -> new SagaCell());
        list.setPlaceholder(new EmptyState(Words.of("saga.none"), Words.of("saga.noneHint")));
        list.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> model.touch());
        list.addEventFilter(ScrollEvent.SCROLL, _ -> model.touch());
        list.addEventFilter(KeyEvent.KEY_PRESSED, _ -> model.touch());
        list.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> model.release());
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.rows().subscribe(this::keepChosen);
        model.detailsProperty().subscribe(this::keepChosen);
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.deselect();
            }
        });
        Button newer = new Button();
        newer.getStyleClass().add("newer");
        newer.setFocusTraversable(false);
        newer.textProperty().bind(Bindings.createStringBinding(
                () -> Words.of("saga.newer", Figures.count(model.newerProperty().get())), model.newerProperty()));
        newer.visibleProperty().bind(model.newerProperty().greaterThan(0));
        newer.setOnAction(_ -> {
            model.list();
            list.scrollTo(0);
        });
        root = new StackPane(list, newer);
        StackPane.setAlignment(newer, Pos.TOP_RIGHT);
    }

    Node node() {
        return root;
    }

    private void chosen(SagaRow row) {
        if (!following && row != null) {
            model.select(row.orderId());
        }
    }

    /// The list's own mark follows the selected order, wherever it stands now.
    private void keepChosen() {
        following = true;
        var chosen = model.detailsProperty().get();
        int at = -1;
        for (int i = 0; chosen.isPresent() && i < model.rows().size(); i++) {
            at = model.rows().get(i).orderId().equals(chosen.get().saga().orderId()) ? i : at;
        }
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != at) {
            list.getSelectionModel().select(at);
        }
        following = false;
    }
}
