package dev.breakwater.app.view.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.fixture.Options;
import dev.breakwater.app.view.fixture.Boards;
import dev.breakwater.app.view.fixture.Runs;
import dev.breakwater.engine.model.figure.FigureBoard;
import dev.breakwater.engine.model.figure.FigureView;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class PatternViewModelTest {
    private final PatternViewModel model = new PatternViewModel(
            id -> Options.SAGA.scenarios().stream().filter(scenario -> scenario.id().equals(id)).findFirst());

    private PatternSection section(String title) {
        return model.sections().stream().filter(section -> section.title().equals(title)).findFirst().orElseThrow();
    }

    private static List<String> labels(PatternSection section) {
        return section.rows().stream().map(PatternRow::label).toList();
    }

    @Test
    void theScenarioIsToldInOneSentence() {
        model.show(new Runs().snapshot());
        assertEquals("Order saga", model.titleProperty().get());
        assertEquals("What it is, in one sentence.", model.summaryProperty().get());
        model.show(RunSnapshot.EMPTY);
        assertEquals("", model.titleProperty().get());
        assertEquals("", model.summaryProperty().get());
    }

    @Test
    void aScenarioThatIsNotInTheListHasNoSentence() {
        PatternViewModel fromFile = new PatternViewModel(_ -> Optional.empty());
        fromFile.show(new Runs().snapshot());
        assertEquals("Order saga", fromFile.titleProperty().get());
        assertEquals("", fromFile.summaryProperty().get());
    }

    @Test
    void whatServicesTellComesFirstAndWhatIsNotThereIsLeftOut() {
        model.show(new Runs().figures(Boards.full()).snapshot());
        assertEquals(List.of("Waiting time", "Done", "Queues", "Streams", "Calls per request"),
                model.sections().stream().map(PatternSection::title).toList());
        model.show(new Runs().figures(new FigureBoard(List.of(Boards.waitingTimes()), List.of(), List.of(), List.of())).snapshot());
        assertEquals(List.of("Waiting time"), model.sections().stream().map(PatternSection::title).toList());
        model.show(new Runs().snapshot());
        assertEquals(List.of(), model.sections());
    }

    @Test
    void numbersInLabelsCountAsNumbers() {
        model.show(new Runs().figures(Boards.full()).snapshot());
        assertEquals(List.of("priority 0", "priority 9", "priority 10"), labels(section("Waiting time")));
        assertEquals(List.of("order-worker-1", "order-worker-2", "order-worker-3"), labels(section("Done")));
        List<String> odd = List.of("", "9", "10", "a", "a 1", "a 01 b", "a 12345678901234567890123");
        assertEquals(odd, odd.reversed().stream().sorted(new LabelOrder()).toList());
    }

    @Test
    void measuredValuesHaveTheirUnitAndTheBarOfTheLastSeconds() {
        model.show(new Runs().figures(Boards.full()).snapshot());
        PatternSection section = section("Waiting time");
        assertEquals(List.of("count", "rate", "last 10 s", "p50", "p99"), section.columns());
        assertEquals(List.of("3,711", "20/s", "4.8 s", "4.4 s", "9.2 s"), section.rows().get(0).figures());
        assertEquals(List.of("412", "5.2/s", "12 ms", "11 ms", "61 ms"), section.rows().get(1).figures());
        assertEquals(List.of("3", "0/s", "–", "11 ms", "14 ms"), section.rows().get(2).figures());
        assertEquals(List.of(1.0, 12.4 / 4_830, 0.0), section.rows().stream().map(PatternRow::share).toList());
        assertEquals(5_130, section.most());
        assertEquals("mean 4.4 s, largest 9.2 s since the scenario began", section.rows().getFirst().more());
    }

    @Test
    void whatIsCountedHasItsShare() {
        model.show(new Runs().figures(Boards.full()).snapshot());
        PatternSection section = section("Done");
        assertEquals(List.of("2,068", "6.2/s", "50 %"), section.rows().getFirst().figures());
        assertEquals(List.of(0.5, 0.25, 0.25), section.rows().stream().map(PatternRow::share).toList());
    }

    @Test
    void brokersAndCallsAreToldInTheirOwnWords() {
        model.show(new Runs().figures(Boards.full()).snapshot());
        assertEquals(List.of("1,204", "1"), section("Queues").rows().getFirst().figures());
        assertEquals(List.of(1.0, 0.0), section("Queues").rows().stream().map(PatternRow::share).toList());
        assertEquals("user-events → notification-service", labels(section("Streams")).getFirst());
        assertEquals(List.of("12", "34 s", "84", "1"), section("Streams").rows().getFirst().figures());
        assertEquals(List.of("0", "–", "0", "1"), section("Streams").rows().getLast().figures());
        assertEquals(List.of("274", "100", "2.74"), section("Calls per request").rows().getFirst().figures());
    }

    @Test
    void anotherUnitStandsInTheTitle() {
        FigureView sizes = new FigureView("Size", "entries", List.of(
                new FigureView.Row("a", 1, 0.1, 1_234.4, 3, 3, 0.25, Double.NaN, List.of(Double.NaN))));
        model.show(new Runs().figures(new FigureBoard(List.of(sizes), List.of(), List.of(), List.of())).snapshot());
        assertEquals(List.of("1", "0.1/s", "1,234", "0.25", "–"), section("Size (entries)").rows().getFirst().figures());
    }

    @Test
    void nothingChangesWhileNothingDoes() {
        model.show(new Runs().figures(Boards.full()).snapshot());
        AtomicInteger changes = new AtomicInteger();
        model.sections().addListener((ListChangeListener<PatternSection>) _ -> changes.incrementAndGet());
        model.show(new Runs().version(2).at(Runs.NOW.plusMillis(16)).figures(Boards.full()).snapshot());
        assertEquals(0, changes.get());
        model.show(new Runs().version(3).snapshot());
        assertTrue(changes.get() > 0);
    }
}
