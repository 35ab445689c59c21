package dev.breakwater.app.shell;

import dev.breakwater.app.theme.Appearance;
import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.theme.ThemeChoice;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// What the window looks like: theme and motion.
final class SettingsPopover {
    private final Floating floating;

    SettingsPopover(Appearance appearance) {
        VBox box = new VBox(8);
        box.getStyleClass().add("settings");
        Label theme = new Label(Texts.of("settings.theme"));
        theme.getStyleClass().add("heading");
        box.getChildren().add(theme);
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            RadioButton button = new RadioButton(Texts.of("theme." + choice));
            button.setId("theme-" + choice.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(appearance.themeProperty().get() == choice);
            appearance.themeProperty().addListener((_, _, now) -> button.setSelected(now == choice));
            button.setOnAction(_ -> appearance.themeProperty().set(choice));
            box.getChildren().add(button);
        }
        Label motion = new Label(Texts.of("settings.motion"));
        motion.getStyleClass().add("heading");
        CheckBox reduce = new CheckBox(Texts.of("settings.reduceMotion"));
        reduce.setId("reduce-motion");
        reduce.selectedProperty().bindBidirectional(appearance.reducedMotionProperty());
        box.getChildren().addAll(motion, reduce);
        floating = new Floating(box);
    }

    void toggle(Node owner) {
        floating.toggle(owner);
    }
}
