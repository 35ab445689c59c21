package dev.breakwater.app.view.log;

import dev.breakwater.app.widget.ClockText;
import dev.breakwater.app.widget.StateStyle;
import dev.breakwater.engine.model.run.LogLine;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One line: when, who, what.
public final class LogCell extends ListCell<LogLine> {
    private static final ClockText CLOCK = ClockText.local();

    private final Label time = new Label();
    private final Label part = new Label();
    private final Label text = new Label();
    private final HBox line = new HBox(time, part, text);

    /// @param withPart whether the list mixes lines of several parts
    public LogCell(boolean withPart) {
        getStyleClass().add("log-cell");
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.getStyleClass().add("log-time");
        part.getStyleClass().add("log-part");
        part.setVisible(withPart);
        part.setManaged(withPart);
        text.setMinWidth(Region.USE_PREF_SIZE);
        line.getStyleClass().add("log-line");
    }

    @Override
    protected void updateItem(@Nullable LogLine shown, boolean empty) {
        super.updateItem(shown, empty);
        if (empty || shown == null) {
            setGraphic(null);
            return;
        }
        time.setText(CLOCK.millis(shown.at()));
        part.setText(shown.part());
        text.setText(shown.text().replace("\t", "    "));
        StateStyle.set(text, "log-text", Severity.of(shown).style());
        setGraphic(line);
    }
}
