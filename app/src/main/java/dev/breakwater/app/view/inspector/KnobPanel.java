package dev.breakwater.app.view.inspector;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.widget.Segments;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.run.SwitchView;
import dev.breakwater.engine.scenario.Knob;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What can be set on the services while they run. A control shows what the service has, never what was merely asked for.
final class KnobPanel {
    /// Sets a switch.
    interface Turn {
        void turn(String service, String name, String value);
    }

    private final List<Control> controls = new ArrayList<>();
    private final VBox root = new VBox(6);

    /// @param services whether to name the service of each knob
    KnobPanel(List<Knob> knobs, boolean services, Turn turn) {
        root.getStyleClass().add("knobs");
        String last = "";
        for (Knob knob : knobs) {
            if (services && !knob.service().equals(last)) {
                Label heading = new Label(knob.service());
                heading.getStyleClass().add("knob-service");
                root.getChildren().add(heading);
                last = knob.service();
            }
            Control control = switch (knob) {
                case Knob.Choice choice -> new ChoiceControl(choice, turn, new SimpleObjectProperty<>(choice.first()));
                case Knob.Range range -> new NumberControl(range, turn, new TextField(range.first()));
            };
            controls.add(control);
            root.getChildren().add(control.node());
        }
    }

    Node node() {
        return root;
    }

    boolean isEmpty() {
        return controls.isEmpty();
    }

    void show(RunSnapshot run) {
        root.setDisable(run.phase() != RunPhase.RUNNING);
        controls.forEach(control -> run.switches().stream().filter(set -> control.isOf(set)).findFirst().ifPresent(control::show));
    }

    private static String id(Knob knob) {
        return "knob-" + knob.name().replace('.', '-');
    }

    /// One knob.
    private abstract static class Control {
        private final Knob knob;
        private final Label refusal = new Label();
        private final VBox box = new VBox(2);

        Control(Knob knob, Node editor) {
            this.knob = knob;
            Label title = new Label(knob.title());
            title.getStyleClass().add("setting-name");
            title.setWrapText(true);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            refusal.getStyleClass().add("fault-note");
            refusal.setWrapText(true);
            HBox row = new HBox(8, title, editor);
            row.getStyleClass().add("knob");
            box.getChildren().add(row);
        }

        boolean isOf(SwitchView set) {
            return set.service().equals(knob.service()) && set.name().equals(knob.name());
        }

        Node node() {
            return box;
        }

        void show(SwitchView set) {
            if (set.refusal().isEmpty()) {
                box.getChildren().remove(refusal);
            } else if (!box.getChildren().contains(refusal)) {
                box.getChildren().add(refusal);
            }
            refusal.setText(set.refusal());
            value(set.value());
        }

        abstract void value(String value);
    }

    private static final class ChoiceControl extends Control {
        private final ObjectProperty<String> chosen;
        private boolean showing;

        ChoiceControl(Knob.Choice knob, Turn turn, ObjectProperty<String> chosen) {
            super(knob, segments(knob, chosen));
            this.chosen = chosen;
            chosen.addListener((_, before, now) -> {
                if (!showing) {
                    value(before); // until the service has taken it
                    turn.turn(knob.service(), knob.name(), now);
                }
            });
        }

        private static Node segments(Knob.Choice knob, ObjectProperty<String> chosen) {
            Segments<String> segments = new Segments<>(knob.values(), value -> value, chosen);
            segments.setId(id(knob));
            return segments;
        }

        @Override
        void value(String value) {
            showing = true;
            chosen.set(value);
            showing = false;
        }
    }

    private static final class NumberControl extends Control {
        private final Knob.Range knob;
        private final Turn turn;
        private final TextField field;
        private String last;

        NumberControl(Knob.Range knob, Turn turn, TextField field) {
            super(knob, editor(knob, field));
            this.knob = knob;
            this.turn = turn;
            this.field = field;
            this.last = knob.first();
            field.setId(id(knob));
            field.getStyleClass().add("setting-field");
            field.setPrefColumnCount(5);
            field.setAccessibleText(knob.title() + " " + knob.unit());
            field.setTooltip(new Tooltip(Texts.of("knob.range", knob.min(), knob.max(), knob.unit()).strip()));
            field.setOnAction(_ -> read());
            field.focusedProperty().addListener((_, _, focused) -> {
                if (!focused) {
                    read();
                }
            });
        }

        private static Node editor(Knob.Range knob, TextField field) {
            Label unit = new Label(knob.unit());
            unit.getStyleClass().add("setting-unit");
            unit.setMinWidth(Region.USE_PREF_SIZE);
            return new HBox(4, field, unit);
        }

        private void read() {
            String text = field.getText().strip();
            boolean fits = text.matches("-?\\d{1,10}") && Long.parseLong(text) >= knob.min() && Long.parseLong(text) <= knob.max();
            field.getStyleClass().remove("wrong");
            if (!fits) {
                field.getStyleClass().add("wrong");
            } else if (!text.equals(last)) {
                turn.turn(knob.service(), knob.name(), text);
            }
        }

        /// What is being typed is left alone.
        @Override
        void value(String value) {
            if (!value.equals(last) || !field.isFocused()) {
                last = value;
                if (!field.getText().equals(value) && !field.getStyleClass().contains("wrong")) {
                    field.setText(value);
                }
            }
        }
    }
}
