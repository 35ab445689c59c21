package dev.breakwater.app.view.pattern;

import dev.breakwater.app.view.PrettyJson;
import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.ClockText;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.broker.DeadLetter;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One dead letter: a line, and under it, when it is opened, its history and its body.
final class LetterPane extends VBox {
    private static final int BODY_LINES = 7;
    private static final ClockText CLOCK = ClockText.local();

    /// @param opened ids of those that are to be shown in full; kept by the user's clicks
    LetterPane(DeadLetter letter, Set<String> opened, Consumer<Set<String>> replay) {
        getStyleClass().add("letter");
        ToggleButton what = new ToggleButton(letter.orderId().isBlank() ? Words.of("letters.nameless") : letter.orderId());
        what.getStyleClass().setAll("letter-id");
        what.setMinWidth(0);
        what.setSelected(opened.contains(letter.id()));
        what.setAccessibleText(Words.of("letters.read", what.getText()));
        Label why = new Label(why(letter));
        why.getStyleClass().add("letter-why");
        why.setMinWidth(0);
        why.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(why, Priority.ALWAYS);
        Button again = new Button(Words.of("letters.replay"));
        again.getStyleClass().add("letter-replay");
        again.setAccessibleText(Words.of("letters.replaySpoken", what.getText()));
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> replay.accept(Set.of(letter.id())));
        HBox line = new HBox(RowPane.GAP, what, why, again);
        line.getStyleClass().add("letter-line");
        getChildren().add(line);
        what.selectedProperty().subscribe(open -> {
            if (open) {
                opened.add(letter.id());
                getChildren().setAll(line, history(letter), body(letter));
            } else {
                opened.remove(letter.id());
                getChildren().setAll(line);
            }
        });
    }

    private static String why(DeadLetter letter) {
        String tries = Words.of("letters.retries", letter.retries());
        return letter.failure().isBlank() ? tries : tries + " · " + letter.failure();
    }

    private static Label history(DeadLetter letter) {
        String deaths = letter.deaths().stream().map(death -> Words.of("letters.death", CLOCK.seconds(death.at()), death.queue(),
                death.reason(), Figures.count(death.times()))).collect(Collectors.joining("\n"));
        Label history = new Label(deaths.isEmpty() ? Words.of("letters.noHistory") : deaths);
        history.getStyleClass().add("letter-history");
        history.setWrapText(true);
        history.setMinHeight(Region.USE_PREF_SIZE);
        return history;
    }

    private static TextArea body(DeadLetter letter) {
        TextArea body = new TextArea(PrettyJson.of(letter.body()));
        body.setEditable(false);
        body.setWrapText(true);
        body.setPrefRowCount((int) Math.min(BODY_LINES, body.getText().lines().count()));
        body.getStyleClass().addAll("mono", "letter-body");
        return body;
    }
}
