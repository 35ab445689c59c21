package dev.breakwater.app.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.fixture.FakeFaults;
import dev.breakwater.app.fixture.SagaRun;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.LinkId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultCardTest {
    private static final Target LINK = new Target.OnLink(new LinkId("order-service", "user-service"));

    @Test
    void aTargetIsOfferedOnlyWhatCanStrikeIt() {
        assertEquals(List.of("latency", "down", "reset_peer"), names(LINK));
        assertEquals(List.of("kill", "pause", "restart"), names(new Target.OnService("user-service")));
        assertEquals(List.of("kill", "pause", "restart"), names(new Target.OnBroker("redis")));
    }

    @Test
    void onlyWhatTheEngineCallsActiveIsOn() {
        assertFalse(card(FaultPhase.REQUESTED).active());
        assertTrue(card(FaultPhase.REQUESTED).busy());
        assertTrue(card(FaultPhase.ACTIVE).active());
        assertTrue(card(FaultPhase.HEALING).busy());
        assertTrue(card(FaultPhase.HEALED).running().isEmpty());
        assertEquals(Optional.of("the link is gone"), card(FaultPhase.FAILED).refusal());
    }

    private static FaultCard card(FaultPhase phase) {
        FaultView fault = new FaultView("f1", "down", LINK, Map.of(), "", phase, 0, Optional.empty(), Optional.empty(), Optional.empty(),
                phase == FaultPhase.FAILED ? "the link is gone" : "");
        RunSnapshot run = new SagaRun(25, false).at(SagaRun.START, List.of(fault));
        return FaultCard.of(FakeFaults.ALL, LINK, run).get(1);
    }

    private static List<String> names(Target target) {
        return FaultCard.of(FakeFaults.ALL, target, RunSnapshot.EMPTY).stream().map(card -> card.type().name()).toList();
    }
}
