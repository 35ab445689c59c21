package dev.breakwater.app.widget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// Buttons side by side of which exactly one is chosen, bound both ways to a property.
public final class Segments<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final Map<ToggleButton, T> choices = new LinkedHashMap<>();

    public Segments(List<T> all, Function<T, String> title, ObjectProperty<T> chosen) {
        getStyleClass().add("segments");
        for (T choice : all) {
            ToggleButton button = new ToggleButton(title.apply(choice));
            choices.put(button, choice);
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> {
                button.setSelected(true);
                chosen.set(choice);
            });
            getChildren().add(button);
        }
        chosen.subscribe(now -> choices.forEach((button, choice) -> button.setSelected(choice.equals(now))));
    }

    /// Writes other titles on the buttons.
    public void retitle(Function<T, String> title) {
        choices.forEach((button, choice) -> button.setText(title.apply(choice)));
    }
}
