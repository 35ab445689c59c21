package dev.breakwater.app.view.failures;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.engine.model.fault.FaultPhase;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One failure: its texts change, its buttons stay under the pointer.
final class FailureCard {
    private final Hyperlink what = new Hyperlink();
    private final Button end = new Button();
    private final Label left = new Label();
    private final Label detail = new Label();
    private final VBox box;
    private FailureRow row;

    FailureCard(FailureRow row, Consumer<FailureRow> goTo, Consumer<FailureRow> onEnd) {
        this.row = row;
        what.getStyleClass().add("failure-what");
        what.setMaxWidth(Double.MAX_VALUE);
        what.setMinWidth(0);
        what.setWrapText(true);
        what.setOnAction(_ -> {
            what.setVisited(false);
            goTo.accept(this.row);
        });
        HBox.setHgrow(what, Priority.ALWAYS);
        end.setId("heal-" + row.id());
        end.getStyleClass().add("heal");
        end.setMinWidth(Region.USE_PREF_SIZE);
        end.setOnAction(_ -> onEnd.accept(this.row));
        left.getStyleClass().add("failure-left");
        detail.getStyleClass().add("failure-detail");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        box = new VBox(1, new HBox(6, what, end), left, detail);
        box.getStyleClass().add("failure");
        show(row);
    }

    String id() {
        return row.id();
    }

    Node node() {
        return box;
    }

    void show(FailureRow now) {
        row = now;
        boolean refused = now.phase() == FaultPhase.FAILED;
        what.setText(now.what() + "  " + now.where());
        end.setText(Texts.of(refused ? "failures.dismiss" : "failures.heal"));
        end.setAccessibleText(end.getText() + " " + now.what() + " " + now.where());
        end.setDisable(!refused && !now.canHeal());
        left.setText(now.hits().isEmpty() ? now.left() : now.left() + " · " + now.hits());
        detail.setText(now.detail());
        detail.setVisible(!now.detail().isBlank());
        detail.setManaged(detail.isVisible());
    }
}
