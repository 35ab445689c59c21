package dev.breakwater.app.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fold.RunState;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.topology.Topology;
import dev.breakwater.engine.scenario.Knob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class KnobPanelTest {
    private static final Instant T0 = Instant.parse("2026-11-27T12:00:00Z");
    private final List<String> turned = new ArrayList<>();
    private final RunState state = new RunState();
    private Optional<KnobPanel> made = Optional.empty();

    @Start
    void open(Stage stage) {
        KnobPanel panel = new KnobPanel(List.of(
            new Knob.Choice("order-service", "retry", "Retry", List.of("robust", "naive")),
            new Knob.Range("order-service", "breaker.minimum-calls", "Of at least calls", "", 1, 100, 5)), true,
            (service, name, value) -> turned.add(service + " " + name + " " + value));
        made = Optional.of(panel);
        state.apply(new Fact.RunChanged(T0, RunPhase.RUNNING, "retry", "Retry", "local", 1, Topology.EMPTY, ""));
        stage.setScene(new Scene((Parent) panel.node(), 300, 200));
        stage.show();
        panel.show(state.snapshot(T0));
    }

    @Test
    void aChoiceAsksForItsWord(FxRobot robot) {
        robot.interact(() -> choice(robot, "naive").fire());
        assertEquals(List.of("order-service retry naive"), turned);
        assertFalse(choice(robot, "naive").isSelected(), "the service has not taken it yet");
        assertTrue(choice(robot, "robust").isSelected());
    }

    /// What the service has, whoever set it, and nothing is asked for by showing it.
    @Test
    void whatTheServiceHasIsShown(FxRobot robot) {
        told(robot, "retry", "naive", "");
        told(robot, "breaker.minimum-calls", "7", "");
        assertTrue(choice(robot, "naive").isSelected());
        assertEquals("7", field(robot).getText());
        assertEquals(List.of(), turned);
    }

    @Test
    void aNumberOutsideItsRangeIsMarkedAndNotAskedFor(FxRobot robot) {
        type(robot, "101");
        assertTrue(field(robot).getStyleClass().contains("wrong"));
        type(robot, "99999999999");
        type(robot, "many");
        assertEquals(List.of(), turned);
        type(robot, "100");
        assertFalse(field(robot).getStyleClass().contains("wrong"));
        assertEquals(List.of("order-service breaker.minimum-calls 100"), turned);
    }

    @Test
    void aRefusalIsTold(FxRobot robot) {
        told(robot, "retry", "robust", "order-service does not answer");
        assertEquals(List.of("order-service does not answer"),
                robot.lookup(".fault-note").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList());
        told(robot, "retry", "robust", "");
        assertEquals(0, robot.lookup(".fault-note").queryAll().size());
    }

    private void told(FxRobot robot, String name, String value, String refusal) {
        robot.interact(() -> {
            state.apply(new Fact.SwitchSet(T0, "order-service", name, value, refusal));
            made.orElseThrow().show(state.snapshot(T0));
        });
    }

    private void type(FxRobot robot, String text) {
        robot.interact(() -> {
            field(robot).setText(text);
            field(robot).fireEvent(new ActionEvent());
        });
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup(".setting-field").queryAs(TextField.class);
    }

    private static ToggleButton choice(FxRobot robot, String word) {
        return robot.lookup(".toggle-button").queryAllAs(ToggleButton.class).stream()
                .filter(button -> button.getText().equals(word)).findFirst().orElseThrow();
    }
}
