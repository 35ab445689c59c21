package dev.breakwater.app.view.breaker;

import dev.breakwater.app.widget.ClockText;
import dev.breakwater.app.widget.StateStyle;
import dev.breakwater.engine.model.breaker.BreakerView.Transition;
import dev.breakwater.engine.model.breaker.BreakerWindow;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One change of state: when, to what, and why.
final class TransitionCell extends ListCell<Transition> {
    private static final ClockText CLOCK = ClockText.local();

    private final Label time = new Label();
    private final Label to = new Label();
    private final Label from = new Label();
    private final Label why = new Label();
    private final VBox box;

    TransitionCell() {
        setPrefWidth(0);
        time.getStyleClass().addAll("mono", "muted");
        from.getStyleClass().add("muted");
        for (Label label : new Label[] {time, to, from}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        why.getStyleClass().add("transition-why");
        HBox head = new HBox(time, from, to);
        head.getStyleClass().add("breaker-line");
        box = new VBox(head, why);
        box.getStyleClass().add("transition-box");
    }

    @Override
    protected void updateItem(@Nullable Transition transition, boolean empty) {
        super.updateItem(transition, empty);
        if (empty || transition == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        time.setText(CLOCK.millis(transition.at()));
        from.setText(BreakerWords.phase(transition.from()) + " →");
        to.setText(BreakerWords.phase(transition.to()));
        StateStyle.set(to, "breaker-badge", BreakerWords.style(transition.to()));
        why.setText(BreakerWords.why(transition));
        BreakerWindow window = transition.window();
        setTooltip(new Tooltip(why.getText() + (window.calls() == 0 ? "" : "\n" + BreakerWords.window(window))));
        setGraphic(box);
    }
}
