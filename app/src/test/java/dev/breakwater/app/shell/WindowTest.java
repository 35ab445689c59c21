package dev.breakwater.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.fixture.AtOnce;
import dev.breakwater.app.fixture.FakeLab;
import dev.breakwater.app.fixture.Options;
import dev.breakwater.app.fixture.SagaRun;
import dev.breakwater.app.fixture.SagaStage;
import dev.breakwater.app.theme.ThemeChoice;
import dev.breakwater.app.view.Selected;
import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.topology.LinkId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// Through the window's real controls, without a display.
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private static final LinkId CALL = new LinkId("order-service", "user-service");
    @TempDir
    private static Path folder = Path.of(".");
    private final SagaRun run = new SagaRun(25, false);
    private final FakeLab lab = new FakeLab(run.at(SagaRun.START));
    private final UserSettings settings = new UserSettings(folder.resolve("settings.properties"), System.err::println);
    private Instant now = SagaRun.START;
    private MainWindow window = unopened();

    @Start
    void open(Stage stage) {
        settings.theme(ThemeChoice.DARK);
        settings.number("width", 1000);
        settings.number("height", 900);
        window = new MainWindow(lab, Options.SAGA, settings, new AtOnce());
        window.show(stage);
        window.frames().stop();
        tick();
    }

    @Stop
    void close() {
        window.close();
    }

    @Test
    void theToggleAsksAndMovesOnlyWhenTheEngineSaysSo(FxRobot robot) {
        select(robot, new Selected.OfEdge(SagaStage.edge("order-service", "user-service")));
        press(robot, "#fault-down");
        assertEquals(List.of(new FaultOrder("down", new Target.OnLink(CALL), Map.of(), Optional.empty())), lab.injected);
        ToggleButton toggle = control(robot, "#fault-down", ToggleButton.class);
        assertFalse(toggle.isSelected());
        assertTrue(toggle.isDisabled());
        show(robot, lab.fault(FaultPhase.REQUESTED));
        assertFalse(toggle.isSelected());
        show(robot, lab.fault(FaultPhase.ACTIVE));
        assertTrue(toggle.isSelected());
        press(robot, "#fault-down");
        assertEquals(List.of("fault-1"), lab.healed);
        assertTrue(toggle.isSelected());
        show(robot, lab.fault(FaultPhase.HEALED));
        assertFalse(toggle.isSelected());
    }

    @Test
    void settingsAreTakenOverAndCheckedByTheirRange(FxRobot robot) {
        select(robot, new Selected.OfEdge(SagaStage.edge("order-service", "user-service")));
        List<TextField> fields = new ArrayList<>(robot.lookup(".setting-field").queryAllAs(TextField.class));
        robot.interact(() -> {
            fields.get(0).setText("1200");
            fields.get(0).fireEvent(new ActionEvent());
            fields.get(1).setText("99999");
            fields.get(1).fireEvent(new ActionEvent());
        });
        assertTrue(fields.get(1).getStyleClass().contains("wrong"));
        press(robot, "#fault-latency");
        assertEquals(Map.of("delay", 1200.0, "jitter", 50.0), lab.injected.getFirst().settings());
    }

    @Test
    void aClickOnAPatternOpensItButNotTheOneThatIsOpen(FxRobot robot) {
        press(robot, "#pattern-order-saga");
        assertEquals(List.of(), lab.opened);
        press(robot, "#pattern-rest");
        assertEquals(List.of("rest"), lab.opened);
    }

    @Test
    void aServiceShowsItsKnobs(FxRobot robot) {
        select(robot, new Selected.OfNode(SagaStage.node("order-service")));
        TextField knob = control(robot, "#knob-breaker-minimum-calls", TextField.class);
        robot.interact(() -> {
            knob.setText("9");
            knob.fireEvent(new ActionEvent());
        });
        assertEquals(List.of("order-service breaker.minimum-calls 9"), lab.turned);
    }

    @Test
    void f9HealsAllAndTheButtonCounts(FxRobot robot) {
        assertTrue(control(robot, "#heal-all", Button.class).isDisabled());
        lab.now(run.at(now.plusMillis(1), new SagaRun(25, true).faults()));
        robot.interact(this::frame);
        assertEquals("Heal all (2)", control(robot, "#heal-all", Labeled.class).getText());
        robot.press(KeyCode.F9).release(KeyCode.F9);
        press(robot, "#heal-all");
        assertEquals(2, lab.healedAll);
    }

    @Test
    void spacePausesTheViewButNotTheCountOfFailures(FxRobot robot) {
        robot.interact(() -> control(robot, "#stage-canvas", Node.class).requestFocus());
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        assertTrue(window.frames().isPaused());
        lab.now(run.at(now.plusMillis(1), new SagaRun(25, true).faults()));
        robot.interact(this::frame);
        assertEquals("Heal all (2)", control(robot, "#heal-all", Labeled.class).getText());
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        assertFalse(window.frames().isPaused());
    }

    @Test
    void theLoadFieldSetsTheLoadAndRefusesNonsense(FxRobot robot) {
        TextField field = control(robot, "#load-field", TextField.class);
        assertEquals("25", field.getText());
        robot.interact(() -> {
            field.setText("40");
            field.fireEvent(new ActionEvent());
            field.setText("lots");
            field.fireEvent(new ActionEvent());
            field.setText("1e9");
            field.fireEvent(new ActionEvent());
        });
        assertEquals(List.of(new LoadProfile.Constant(40)), lab.loads);
    }

    @Test
    void aClickOnANodeSelectsItAndArrowsGoOn(FxRobot robot) {
        robot.interact(() -> control(robot, "#stage-canvas", Node.class).requestFocus());
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertEquals(new Selected.OfNode(SagaStage.node("client")), window.selection().get());
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertNotEquals(new Selected.OfNode(SagaStage.node("client")), window.selection().get());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertEquals(new Selected.None(), window.selection().get());
    }

    @Test
    void aBrokersChipOpensTheBroker(FxRobot robot) {
        press(robot, "#broker-redis");
        assertEquals(new Selected.OfBroker("redis"), window.selection().get());
        press(robot, "#fault-kill");
        assertEquals(new Target.OnBroker("redis"), lab.injected.getFirst().target());
    }

    @Test
    void tabReachesEveryControl(FxRobot robot) {
        List<String> reached = new ArrayList<>();
        robot.interact(() -> control(robot, "#environment", Node.class).requestFocus());
        for (int i = 0; i < 60; i++) {
            Node owner = window.scene().getFocusOwner();
            reached.add(owner == null || owner.getId() == null ? "" : owner.getId());
            robot.press(KeyCode.TAB).release(KeyCode.TAB);
        }
        for (String id : new String[] {"environment", "load-slider", "load-field", "pause", "theme", "settings", "help", "stage-canvas",
            "stage-fit", "broker-redis"}) {
            assertTrue(reached.contains(id), () -> id + " is not among " + reached);
        }
    }

    @Test
    void thePartsAreListedUnderTheEnvironmentUntilEscape(FxRobot robot) {
        press(robot, "#environment");
        List<String> names = robot.lookup(".part-name").queryAllAs(Labeled.class).stream().map(Labeled::getText).sorted().toList();
        assertEquals(List.of("inventory-service", "mongodb", "notification-service", "order-projection", "order-service",
                "payment-service", "rabbitmq", "redis", "user-service"), names);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertEquals(0, robot.lookup(".part-name").queryAll().size());
    }

    @Test
    void theThemeTogglesAndIsKept(FxRobot robot) {
        press(robot, "#theme");
        assertFalse(window.appearance().ink().dark());
        assertEquals(ThemeChoice.LIGHT, new UserSettings(folder.resolve("settings.properties"), System.err::println).theme());
    }

    private void select(FxRobot robot, Selected selected) {
        robot.interact(() -> window.selection().set(selected));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> {
            Node node = control(robot, id, Node.class);
            ((ButtonBase) node).fire();
        });
    }

    private void show(FxRobot robot, FaultView fault) {
        now = now.plusMillis(100);
        lab.now(run.at(now, List.of(fault)));
        robot.interact(this::frame);
    }

    private void tick() {
        now = now.plusSeconds(1);
        lab.now(run.at(now));
        frame();
    }

    private void frame() {
        window.frames().frame(now.toEpochMilli() * 1_000_000);
    }

    private static <T> T control(FxRobot robot, String id, Class<T> type) {
        Node node = robot.lookup(id).query();
        assertNotNull(node, id);
        return type.cast(node);
    }

    @SuppressWarnings("NullAway")
    private static MainWindow unopened() {
        return null;
    }
}
