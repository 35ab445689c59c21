package dev.breakwater.app.view.inspector;

import dev.breakwater.app.theme.Texts;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// How long the next failure lasts.
final class DurationChoice {
    private static final int[] SECONDS = {5, 10, 30, 60, 300};
    private final MenuButton button = new MenuButton();
    private Optional<Duration> chosen = Optional.empty();

    DurationChoice() {
        button.getStyleClass().add("duration-choice");
        button.setId("fault-duration");
        button.setAccessibleText(Texts.of("duration.spoken"));
        add(Optional.empty());
        for (int seconds : SECONDS) {
            add(Optional.of(Duration.ofSeconds(seconds)));
        }
        choose(Optional.empty());
    }

    Node node() {
        return button;
    }

    Optional<Duration> chosen() {
        return chosen;
    }

    private void add(Optional<Duration> duration) {
        MenuItem item = new MenuItem(text(duration));
        item.setOnAction(_ -> choose(duration));
        button.getItems().add(item);
    }

    private void choose(Optional<Duration> duration) {
        chosen = duration;
        button.setText(text(duration));
    }

    private static String text(Optional<Duration> duration) {
        return duration
                .map(d -> d.toSeconds() < 60 ? Texts.of("duration.seconds", d.toSeconds()) : Texts.of("duration.minutes", d.toMinutes()))
                .orElse(Texts.of("duration.untilHealed"));
    }
}
