package dev.breakwater.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import dev.breakwater.app.fixture.Options;
import dev.breakwater.app.shell.ViewCatalog;
import dev.breakwater.app.view.fixture.Boards;
import dev.breakwater.app.view.fixture.Logs;
import dev.breakwater.app.view.fixture.QuietLab;
import dev.breakwater.app.view.fixture.Runs;
import dev.breakwater.app.view.fixture.Shop;
import dev.breakwater.app.view.latency.LinkRow;
import dev.breakwater.app.view.saga.SagaRow;
import dev.breakwater.app.view.startup.StartupView;
import dev.breakwater.engine.model.aggregate.AggregateHistory;
import dev.breakwater.engine.model.broker.DeadLetter;
import dev.breakwater.engine.model.broker.DeadLetterBox;
import dev.breakwater.engine.model.figure.FigureBoard;
import dev.breakwater.engine.model.figure.FigureView;
import dev.breakwater.engine.model.run.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TabsTest {
    private final QuietLab lab = new QuietLab();
    private final Selection selection = new Selection();
    private final StackPane window = new StackPane();

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        stage.setScene(new Scene(window, 980, 300));
        stage.show();
    }

    @Test
    void theCatalogueListsTheTabs(FxRobot robot) {
        List<String> titles = new ArrayList<>();
        robot.interact(() -> tabs().forEach(tab -> titles.add(tab.title())));
        assertEquals(List.of("Latency", "Sagas", "Breakers", "Log", "Pattern"), titles);
    }

    @Test
    void aClickOnAnOrderSelectsIt(FxRobot robot) {
        show(robot, "Sagas", Runs.busy());
        robot.clickOn("ord-8ee9");
        assertEquals(new Selected.OfOrder("ord-8ee9"), selection.get());
        assertTrue(robot.lookup("#saga-steps").query().isVisible());
        robot.type(KeyCode.DOWN);
        assertEquals(new Selected.OfOrder("ord-8ee1"), selection.get());
        robot.type(KeyCode.ESCAPE);
        assertEquals(new Selected.None(), selection.get());
    }

    @Test
    void aFilterLeavesOnlyItsOrders(FxRobot robot) {
        show(robot, "Sagas", Runs.busy());
        robot.clickOn("1 stuck");
        ListView<SagaRow> list = robot.lookup("#sagas").queryListView();
        assertEquals(List.of("ord-8ed0"), list.getItems().stream().map(SagaRow::orderId).toList());
        robot.clickOn("All").clickOn("#saga-search").write("8f0c");
        assertEquals(List.of("ord-8f0c"), list.getItems().stream().map(SagaRow::orderId).toList());
    }

    @Test
    void spaceSwitchesALinkOnInTheChart(FxRobot robot) {
        show(robot, "Latency", Runs.busy());
        TableView<LinkRow> table = robot.lookup("#links").queryTableView();
        int grpc = 2;
        assertFalse(table.getItems().get(grpc).shown());
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(grpc);
        });
        robot.type(KeyCode.SPACE);
        assertTrue(table.getItems().get(grpc).shown());
        assertFalse(robot.lookup("#slowest").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void scrollingUpEndsFollowingAndEndBeginsItAgain(FxRobot robot) {
        Logs logs = new Logs(Runs.NOW);
        View log = show(robot, "Log", new Runs().log(logs.lines(1, 300)));
        ListView<LogLine> list = robot.lookup("#log").queryListView();
        ToggleButton follow = robot.lookup("#log-follow").queryAs(ToggleButton.class);
        robot.clickOn(list).type(KeyCode.PAGE_UP);
        assertFalse(follow.isSelected());
        robot.interact(() -> log.show(new Runs().version(2).log(logs.lines(1, 310)).snapshot()));
        assertEquals(300, list.getItems().size());
        assertTrue(robot.lookup("▼ 10 new").query().isVisible());
        robot.type(KeyCode.END);
        assertTrue(follow.isSelected());
        assertEquals(310, list.getItems().size());
    }

    /// As in the window: the tab is chosen, and the next frame shows it.
    @Test
    void theLogOpensAtItsEnd(FxRobot robot) {
        List<View> views = new ArrayList<>();
        TabPane panes = new TabPane();
        robot.interact(() -> {
            views.addAll(tabs());
            views.forEach(view -> panes.getTabs().add(new Tab(view.title(), view.node())));
            window.getChildren().setAll(panes);
        });
        int log = views.stream().map(View::title).toList().indexOf("Log");
        robot.interact(() -> panes.getSelectionModel().select(log));
        robot.interact(() -> views.get(log).show(new Runs().log(new Logs(Runs.NOW).lines(1, 43)).snapshot()));
        WaitForAsyncUtils.waitForFxEvents();
        ListView<LogLine> list = robot.lookup("#log").queryListView();
        List<Integer> seen = new ArrayList<>();
        robot.interact(() -> list.lookupAll(".list-cell").forEach(cell -> seen.add(((ListCell<?>) cell).getIndex())));
        assertTrue(seen.contains(42), () -> "the last line is not among the rows " + seen);
    }

    @Test
    void thePatternTabSaysWhatItWaitsForAndThenShowsTheFigures(FxRobot robot) {
        View pattern = show(robot, "Pattern", new Runs());
        assertTrue(robot.lookup(".empty-state").query().isVisible());
        robot.interact(() -> pattern.show(new Runs().version(2).figures(Boards.full()).snapshot()));
        assertFalse(robot.lookup(".empty-state").query().isVisible());
        assertEquals(List.of("Waiting time", "Done"), titles(robot, "#told"));
        assertEquals(List.of("Queues", "Streams", "Calls per request"), titles(robot, "#derived"));
        assertTrue(spoken(robot).contains("priority 9, count 412, rate 5.2/s, last 10 s 12 ms, p50 11 ms, p99 61 ms"));
        FigureView two = new FigureView("Waiting time", "ms", Boards.waitingTimes().rows().subList(0, 2));
        FigureBoard fewer = new FigureBoard(List.of(two), List.of(), List.of(), List.of());
        robot.interact(() -> pattern.show(new Runs().version(3).figures(fewer).snapshot()));
        assertEquals(List.of(), titles(robot, "#derived"));
        assertEquals(2, spoken(robot).size());
    }

    @Test
    void deadLettersAreReadAndReplayed(FxRobot robot) {
        DeadLetter given = new DeadLetter("l1", "o-17", "order-processing", "{\"orderId\":\"o-17\"}", "the bank is closed", 3,
                List.of(new DeadLetter.Death("order-processing", "rejected", 1, Runs.NOW)));
        DeadLetter foreign = new DeadLetter("l2", "", "order-processing", "no JSON", "", 0, List.of());
        Runs run = new Runs().figures(Boards.full());
        View pattern = show(robot, "Pattern", run);
        assertFalse(robot.lookup("#dead-letters").query().isVisible());
        robot.interact(() -> pattern.show(run.version(2).letters(new DeadLetterBox(2, List.of(given, foreign), "")).snapshot()));
        assertEquals(List.of("tried again 3 times · the bank is closed", "never tried again"),
                robot.lookup(".letter-why").queryAllAs(Label.class).stream().map(Label::getText).toList());
        robot.interact(() -> robot.lookup(".letter-id").queryAllAs(ToggleButton.class).iterator().next().fire());
        assertTrue(robot.lookup(".letter-body").queryAs(TextArea.class).getText().contains("\"orderId\" : \"o-17\""));
        assertTrue(robot.lookup(".letter-history").queryAs(Label.class).getText().endsWith("order-processing: rejected ×1"));
        robot.interact(() -> robot.lookup(".letter .letter-replay").queryAllAs(Button.class).iterator().next().fire());
        robot.interact(() -> pattern.show(run.version(3).letters(new DeadLetterBox(120, List.of(foreign), "rabbitmq is gone")).snapshot()));
        assertEquals("Dead letters (the oldest 1 of 120)", titles(robot, "#dead-letters").getFirst());
        assertEquals("Not replayed: rabbitmq is gone", robot.lookup(".letter-trouble").queryAs(Label.class).getText());
        robot.interact(() -> robot.lookup("#replay-all").queryAs(Button.class).fire());
        assertEquals(List.of("replay l1", "replay "), lab.asked());
    }

    @Test
    void anOrderIsSeenAsItWasAtAnyOfItsVersions(FxRobot robot) {
        Runs run = new Runs().figures(Boards.full());
        View pattern = show(robot, "Pattern", run);
        assertFalse(robot.lookup("#aggregate").query().isVisible());
        robot.interact(() -> pattern.show(run.version(2).topology(Shop.EVENT_SOURCED).snapshot()));
        robot.interact(() -> robot.lookup("#aggregate-newest").queryAs(Button.class).fire());
        AggregateHistory history = new AggregateHistory("o-1", List.of(
                new AggregateHistory.Version(1, "OrderCreated", Runs.NOW, "{\"userId\":\"u\"}", "{\"status\":\"pending\"}"),
                new AggregateHistory.Version(2, "OrderCancelled", Runs.NOW, "{\"reason\":\"r\"}", "{\"status\":\"cancelled\"}")), "");
        robot.interact(() -> pattern.show(run.version(3).aggregate(history).snapshot()));
        assertTrue(robot.lookup("#aggregate-state").queryAs(TextArea.class).getText().contains("cancelled"));
        robot.interact(() -> robot.lookup(".aggregate-version").queryAllAs(ToggleButton.class).iterator().next().fire());
        assertTrue(robot.lookup("#aggregate-state").queryAs(TextArea.class).getText().contains("pending"));
        assertTrue(robot.lookup("#aggregate-event").queryAs(TextArea.class).getText().contains("userId"));
        robot.interact(() -> robot.lookup("#aggregate-order").queryAs(TextField.class).setText("nobody's"));
        robot.interact(() -> robot.lookup("#aggregate-read").queryAs(Button.class).fire());
        robot.interact(() -> pattern.show(run.version(4).aggregate(new AggregateHistory("nobody's", List.of(), "not found")).snapshot()));
        assertEquals("not found", robot.lookup("#aggregate .letter-trouble").queryAs(Label.class).getText());
        assertFalse(robot.lookup("#aggregate-state").query().getParent().getParent().isVisible());
        assertEquals(List.of("travel ", "travel nobody's"), lab.asked());
    }

    @Test
    void theReadModelIsRebuiltByAClick(FxRobot robot) {
        Runs run = new Runs().figures(Boards.full());
        View pattern = show(robot, "Pattern", run.topology(Shop.EVENT_SOURCED));
        assertFalse(robot.lookup("#read-model").query().isVisible());
        robot.interact(() -> pattern.show(run.version(2).topology(Shop.READ_SIDE).snapshot()));
        robot.interact(() -> robot.lookup("#rebuild").queryAs(Button.class).fire());
        assertEquals(List.of("rebuild"), lab.asked());
    }

    private static List<String> titles(FxRobot robot, String side) {
        return robot.from(robot.lookup(side)).lookup(".pattern-title").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    private static List<String> spoken(FxRobot robot) {
        return robot.lookup(".pattern-row").queryAll().stream().map(Node::getAccessibleText).filter(Objects::nonNull).toList();
    }

    @Test
    void retryStartsTheLabAgain(FxRobot robot) {
        put(robot, () -> new StartupView(lab), Runs.failed());
        robot.clickOn("#retry");
        assertEquals(List.of("start"), lab.asked());
    }

    private View show(FxRobot robot, String title, Runs run) {
        return put(robot, () -> tabs().stream().filter(tab -> tab.title().equals(title)).findFirst().orElseThrow(), run);
    }

    private List<View> tabs() {
        return ViewCatalog.bottomTabs(lab, selection,
                id -> Options.SAGA.scenarios().stream().filter(scenario -> scenario.id().equals(id)).findFirst());
    }

    private View put(FxRobot robot, Supplier<View> make, Runs run) {
        View[] made = new View[1];
        robot.interact(() -> {
            View view = make.get();
            made[0] = view;
            window.getChildren().setAll((Parent) view.node());
            view.show(run.snapshot());
        });
        return made[0];
    }
}
