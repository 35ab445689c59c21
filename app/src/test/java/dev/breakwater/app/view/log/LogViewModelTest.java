package dev.breakwater.app.view.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.view.fixture.Logs;
import dev.breakwater.app.view.fixture.Parts;
import dev.breakwater.app.view.fixture.Runs;
import dev.breakwater.engine.model.run.LogLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogViewModelTest {
    private final LogViewModel model = new LogViewModel();
    private final Logs logs = new Logs(Runs.NOW);

    @Test
    void newLinesAreAddedAndForgottenOnesLeave() {
        show(logs.lines(1, 100));
        show(logs.lines(41, 100));
        assertEquals(logs.lines(41, 100).stream().map(LogLine::sequence).toList(), model.lines().stream().map(LogLine::sequence).toList());
    }

    @Test
    void withoutFollowingTheListStandsStillAndCounts() {
        show(logs.lines(1, 10));
        model.followProperty().set(false);
        show(logs.lines(6, 10));
        assertEquals(10, model.lines().getLast().sequence());
        assertEquals(5, model.waitingProperty().get());
        model.followProperty().set(true);
        assertEquals(15, model.lines().getLast().sequence());
        assertEquals(0, model.waitingProperty().get());
    }

    @Test
    void filtersByPartAndText() {
        show(logs.lines(1, 90));
        model.partProperty().set("order-service");
        assertTrue(model.lines().stream().allMatch(line -> line.part().equals("order-service")));
        model.textProperty().set("TIMEOUT");
        assertTrue(model.lines().stream().allMatch(line -> line.text().contains("timeout")));
        assertEquals(10, model.lines().size());
        show(logs.lines(1, 99));
        assertEquals(11, model.lines().size());
    }

    @Test
    void aNewRunBeginsAnew() {
        show(logs.lines(500, 10));
        show(logs.lines(1, 3));
        assertEquals(List.of(1L, 2L, 3L), model.lines().stream().map(LogLine::sequence).toList());
    }

    @Test
    void everyPartCanBeChosenAlsoASilentOne() {
        model.show(new Runs().parts(new Parts(Runs.NOW).ready()).snapshot());
        show(logs.lines(1, 9));
        assertEquals(10, model.parts().size());
        assertEquals(LogViewModel.ALL, model.parts().getFirst());
        assertTrue(model.parts().containsAll(List.of("mongodb", "rabbitmq", "user-service")));
    }

    @Test
    void severityIsReadFromTheWords() {
        assertEquals(List.of(Severity.ERROR, Severity.ERROR, Severity.WARNING, Severity.NORMAL),
                List.of("ERROR no", "java.net.BindException: taken", "12:00 WARN slow", "INFO fine").stream()
                        .map(text -> Severity.of(new LogLine(1, Runs.NOW, "x", text))).toList());
    }

    private void show(List<LogLine> lines) {
        model.show(new Runs().parts(new Parts(Runs.NOW).ready()).log(lines).snapshot());
    }
}
