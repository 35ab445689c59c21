package dev.breakwater.app.view.inspector.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.fixture.SagaRun;
import dev.breakwater.app.fixture.SagaStage;
import dev.breakwater.app.view.PrettyJson;
import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.inspector.sheet.Sheet.Bar;
import dev.breakwater.app.view.inspector.sheet.Sheet.Row;
import dev.breakwater.app.view.inspector.sheet.Sheet.Section;
import dev.breakwater.app.view.inspector.sheet.Sheet.Tile;
import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.LinkId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SheetsTest {
    private final RunSnapshot run = new SagaRun(25, true).at(SagaRun.START.plusSeconds(30));
    private final Sheets sheets = new Sheets(_ -> List.of());

    @Test
    void nothingSelectedIsNoSheet() {
        assertEquals(Optional.empty(), sheets.of(new Selected.None(), run));
    }

    @Test
    void aLineIsBrokenAtItsLinkAndSaysWhatElseGoesOverIt() {
        Sheet sheet = sheet(new Selected.OfEdge(SagaStage.edge("inventory-commands", "inventory-service")));
        assertEquals("inventory-commands → inventory-service", sheet.title());
        assertEquals(Optional.of(new Target.OnLink(new LinkId("inventory-service", "redis"))), sheet.target());
        assertTrue(sheet.targetNote().contains("order-events, payment-events"), sheet.targetNote());
        assertEquals(List.of(new Tile("25/s", "rate", false), new Tile("861 ms", "p99", true), new Tile("3", "lag", true),
                new Tile("0", "errors", false)), sheet.tiles());
    }

    @Test
    void aBreakerSaysWhy() {
        Sheet.Why why = sheet(new Selected.OfEdge(SagaStage.edge("order-service", "user-service"))).why().orElseThrow();
        assertEquals(BreakerPhase.OPEN, why.phase());
        assertEquals(List.of("Since 9.0 s: 8 of 12 calls failed (66.7 %), the limit is 50 %",
                "Window: 8 of 12 calls failed, 67 %; it opens at 50 %.", "The first trial call comes in 21 s.", "Refused so far: 120"),
                why.lines());
    }

    @Test
    void aServiceIsKilledItselfAndAStreamByItsBroker() {
        assertEquals(Optional.of(new Target.OnService("order-service")), sheet(node("order-service")).target());
        assertEquals(Optional.of(new Target.OnBroker("redis")), sheet(node("order-events")).target());
        assertEquals(Optional.of(new Target.OnBroker("rabbitmq")), sheet(new Selected.OfBroker("rabbitmq")).target());
        assertEquals(Optional.empty(), sheet(node("client")).target());
    }

    @Test
    void aDeadServiceCanBeRestarted() {
        assertEquals(Optional.of("user-service"), sheet(node("user-service")).restart());
        assertEquals(Optional.empty(), sheet(node("order-service")).restart());
    }

    @Test
    void aMessageShowsHeadersBodyAndTrace() {
        Transfer transfer = run.transfers().stream().filter(t -> t.outcome() == Outcome.OK).findFirst().orElseThrow();
        SpanFinished root = span("a", "", 0, 100, Outcome.OK);
        SpanFinished child = span("b", "a", 50, 25, Outcome.FAILED);
        Sheet sheet = new Sheets(id -> id.equals(transfer.traceId()) ? List.of(child, root) : List.of())
                .of(new Selected.OfTransfer(transfer), run).orElseThrow();
        assertEquals(List.of("Message", "Headers", "Body", "Trace, 2 spans"), sheet.sections().stream().map(Section::title).toList());
        assertTrue(sheet.sections().get(2).text().contains("\n  \"orderId\""), sheet.sections().get(2).text());
        assertEquals(List.of(new Bar(0, 1, 0, false), new Bar(0.5, 0.75, 1, true)),
                sheet.sections().get(3).rows().stream().map(Row::bar).map(Optional::orElseThrow).toList());
    }

    @Test
    void aBodyThatIsNoJsonStaysAsItIs() {
        assertEquals("gAAAAABl…", PrettyJson.of("gAAAAABl…"));
    }

    @Test
    void anOrderListsTheMessagesThatAreStillKept() {
        String order = run.transfers().getLast().orderId();
        Sheet sheet = sheet(new Selected.OfOrder(order));
        assertEquals(order, sheet.title());
        assertTrue(sheet.sections().getLast().rows().size() > 1);
    }

    private Sheet sheet(Selected selected) {
        return sheets.of(selected, run).orElseThrow();
    }

    private static Selected node(String id) {
        return new Selected.OfNode(SagaStage.node(id));
    }

    private static SpanFinished span(String id, String parent, long fromMillis, long millis, Outcome outcome) {
        return new SpanFinished(SagaRun.START.plusMillis(fromMillis + millis), "trace", id, parent, List.of(), "order-service",
                "process_order", SpanKind.INTERNAL, Duration.ofMillis(millis), outcome, "", Optional.empty(), "", "", "", Map.of());
    }
}
