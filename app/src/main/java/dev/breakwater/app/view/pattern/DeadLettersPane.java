package dev.breakwater.app.view.pattern;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.broker.DeadLetter;
import dev.breakwater.engine.model.broker.DeadLetterBox;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The messages that were put aside, to be read and to be sent on their way once more. Gone while there are none.
final class DeadLettersPane extends VBox {
    private final Consumer<Set<String>> replay;
    private final Label title = new Label();
    private final Button all = new Button(Words.of("letters.replayAll"));
    private final Label trouble = new Label();
    private final VBox rows = new VBox();
    private final Set<String> opened = new HashSet<>();
    private DeadLetterBox shown = DeadLetterBox.EMPTY;

    /// @param replay takes the ids of those that are meant; none = all
    DeadLettersPane(Consumer<Set<String>> replay) {
        this.replay = replay;
        setId("dead-letters");
        getStyleClass().add("pattern-section");
        title.getStyleClass().add("pattern-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        all.setId("replay-all");
        all.getStyleClass().add("letter-replay");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(_ -> replay.accept(Set.of()));
        HBox head = new HBox(RowPane.GAP, title, all);
        head.getStyleClass().addAll("pattern-row", "pattern-head");
        trouble.getStyleClass().add("letter-trouble");
        trouble.setWrapText(true);
        trouble.managedProperty().bind(trouble.visibleProperty());
        getChildren().addAll(head, trouble, rows);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        trouble.setVisible(false);
    }

    void show(DeadLetterBox box) {
        if (box.equals(shown)) {
            return;
        }
        shown = box;
        setVisible(box.count() > 0);
        long more = box.count() - box.letters().size();
        title.setText(more > 0 ? Words.of("letters.someOf", Figures.count(box.letters().size()), Figures.count(box.count()))
                : Words.of("letters.title", Figures.count(box.count())));
        trouble.setText(Words.of("letters.trouble", box.trouble()));
        trouble.setVisible(!box.trouble().isEmpty());
        List<LetterPane> panes = new ArrayList<>();
        for (DeadLetter letter : box.letters()) {
            panes.add(new LetterPane(letter, opened, replay));
        }
        opened.retainAll(box.letters().stream().map(DeadLetter::id).toList());
        rows.getChildren().setAll(panes);
    }
}
