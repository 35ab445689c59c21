package dev.breakwater.app.shell;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import dev.breakwater.app.theme.Texts;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// How many orders a second: a slider for the hand, a field for any number. Both show what the engine says it sends.
final class LoadControl {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private final LabCommands lab;
    private final Slider slider = new Slider(0, 1, 0);
    private final TextField field = new TextField();
    private final HBox root;
    private double reported = -1;
    private double asked = -1;
    private boolean following;

    LoadControl(LabCommands lab) {
        this.lab = lab;
        slider.setId("load-slider");
        slider.setPrefWidth(120);
        slider.setBlockIncrement(0.02);
        slider.getStyleClass().add(Styles.SMALL);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setAccessibleText(Texts.of("load.spoken"));
        slider.valueProperty().addListener((_, _, place) -> {
            if (!following) {
                ask(LoadScale.rateAt(place.doubleValue()));
            }
        });
        field.setId("load-field");
        field.setPrefColumnCount(4);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setAccessibleText(Texts.of("load.spoken"));
        field.setTooltip(new Tooltip(Texts.of("load.tip", String.format(Locale.ROOT, "%.0f", LoadProfile.MAX_PER_SECOND))));
        field.setOnAction(_ -> read());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                write();
            }
        });
        Label name = new Label(Texts.of("load.title"));
        name.getStyleClass().add("quiet");
        Label unit = new Label(Texts.of("load.unit"));
        unit.getStyleClass().add("quiet");
        root = new HBox(8, name, slider, field, unit);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("load");
        root.setDisable(true);
    }

    Node node() {
        return root;
    }

    void show(RunSnapshot run) {
        root.setDisable(run.phase() != RunPhase.RUNNING);
        double now = run.load().ratePerSecond();
        if (now == reported) {
            return;
        }
        reported = now;
        if (now == asked || !slider.isValueChanging()) {
            following = true;
            slider.setValue(LoadScale.placeOf(now));
            following = false;
        }
        if (!field.isFocused()) {
            write();
        }
    }

    private void ask(double rate) {
        if (rate != asked) {
            asked = rate;
            lab.load(new LoadProfile.Constant(rate));
        }
    }

    private void read() {
        try {
            double rate = Double.parseDouble(field.getText().strip().replace(',', '.'));
            lab.load(new LoadProfile.Constant(rate));
            asked = rate;
            field.pseudoClassStateChanged(WRONG, false);
        } catch (IllegalArgumentException outOfRange) {
            field.pseudoClassStateChanged(WRONG, true);
        }
    }

    private void write() {
        field.pseudoClassStateChanged(WRONG, false);
        double rate = Math.max(0, reported);
        field.setText(rate == Math.rint(rate) ? String.format(Locale.ROOT, "%.0f", rate) : String.format(Locale.ROOT, "%.1f", rate));
    }
}
