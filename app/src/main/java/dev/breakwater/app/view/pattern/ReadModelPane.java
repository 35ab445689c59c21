package dev.breakwater.app.view.pattern;

import dev.breakwater.app.view.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Lets the read model be folded anew; what came of it is told as a figure.
final class ReadModelPane extends HBox {
    ReadModelPane(Runnable rebuild) {
        super(RowPane.GAP);
        setId("read-model");
        getStyleClass().addAll("pattern-row", "aggregate-head");
        Label title = new Label(Words.of("readModel.title"));
        title.getStyleClass().add("pattern-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button button = new Button(Words.of("readModel.rebuild"));
        button.setId("rebuild");
        button.getStyleClass().add("letter-replay");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> rebuild.run());
        getChildren().addAll(title, button);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }
}
