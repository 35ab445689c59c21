package dev.breakwater.app.view.inspector;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import dev.breakwater.app.theme.Texts;
import dev.breakwater.engine.fault.Setting;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One number of a fault: a slider for the hand and a field for the exact value, both within the setting's range.
final class SettingField {
    /// Small values matter most: half of the slider's way covers an eighth of the range.
    private static final double BEND = 3;
    private final Setting setting;
    private final Slider slider = new Slider(0, 1, 0);
    private final TextField field = new TextField();
    private double value;

    SettingField(Setting setting) {
        this.setting = setting;
        value = setting.defaultValue();
        slider.setValue(place(value));
        slider.setBlockIncrement(0.02);
        slider.getStyleClass().add(Styles.SMALL);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setAccessibleText(setting.title());
        slider.valueProperty().addListener((_, _, now) -> {
            if (slider.isFocused() || slider.isValueChanging() || slider.isPressed()) {
                value = rounded(setting.min() + Math.pow(now.doubleValue(), BEND) * (setting.max() - setting.min()));
                write();
            }
        });
        field.setAccessibleText(setting.title() + " " + setting.unit());
        String range = Texts.of("setting.range", setting.help(), text(setting.min()), text(setting.max()), setting.unit());
        field.setTooltip(new Tooltip(range.strip()));
        field.setOnAction(_ -> read());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                read();
            }
        });
        write();
    }

    void addTo(GridPane grid, int row) {
        Label name = new Label(setting.title());
        name.getStyleClass().add("setting-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label unit = new Label(setting.unit());
        unit.getStyleClass().add("setting-unit");
        field.setPrefColumnCount(5);
        field.getStyleClass().add("setting-field");
        GridPane.setHgrow(slider, Priority.ALWAYS);
        grid.addRow(row, name, slider, field, unit);
    }

    /// For tests and keys: the field's node.
    Node field() {
        return field;
    }

    Setting setting() {
        return setting;
    }

    double value() {
        return value;
    }

    private void read() {
        try {
            value = setting.checked(Double.parseDouble(field.getText().strip().replace(',', '.')));
            field.getStyleClass().remove("wrong");
        } catch (IllegalArgumentException outside) {
            if (!field.getStyleClass().contains("wrong")) {
                field.getStyleClass().add("wrong");
            }
            return;
        }
        slider.setValue(place(value));
        write();
    }

    private void write() {
        field.getStyleClass().remove("wrong");
        field.setText(text(value));
    }

    private double place(double of) {
        double range = setting.max() - setting.min();
        return range == 0 ? 0 : Math.pow((of - setting.min()) / range, 1 / BEND);
    }

    /// Two digits that count: nobody wants 813.27 ms.
    private double rounded(double exact) {
        if (exact == 0) {
            return 0;
        }
        double step = Math.pow(10, Math.floor(Math.log10(Math.abs(exact))) - 1);
        return Math.clamp(Math.round(exact / step) * step, setting.min(), setting.max());
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : String.format(Locale.ROOT, "%.3g", number);
    }
}
