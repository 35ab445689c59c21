package dev.breakwater.app.view.inspector;

import dev.breakwater.app.view.inspector.sheet.Sheet.Tile;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Up to four figures side by side; their texts change, their boxes stay.
final class TileRow {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private final HBox row = new HBox(6);
    private final List<Label> values = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    Node node() {
        return row;
    }

    void show(List<Tile> tiles) {
        if (tiles.size() != values.size()) {
            rebuild(tiles.size());
        }
        row.setVisible(!tiles.isEmpty());
        row.setManaged(!tiles.isEmpty());
        for (int i = 0; i < tiles.size(); i++) {
            values.get(i).setText(tiles.get(i).value());
            values.get(i).pseudoClassStateChanged(BAD, tiles.get(i).bad());
            labels.get(i).setText(tiles.get(i).label());
        }
    }

    private void rebuild(int count) {
        values.clear();
        labels.clear();
        row.getChildren().clear();
        for (int i = 0; i < count; i++) {
            Label value = new Label();
            value.getStyleClass().add("tile-value");
            Label label = new Label();
            label.getStyleClass().add("tile-label");
            VBox tile = new VBox(value, label);
            tile.getStyleClass().add("tile");
            tile.setMinWidth(0);
            tile.setPrefWidth(10);
            HBox.setHgrow(tile, Priority.ALWAYS);
            values.add(value);
            labels.add(label);
            row.getChildren().add(tile);
        }
    }
}
