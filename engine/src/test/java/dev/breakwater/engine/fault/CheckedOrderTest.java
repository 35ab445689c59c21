package dev.breakwater.engine.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.topology.LinkId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CheckedOrderTest {
    private static final Target LINK = new Target.OnLink(new LinkId("order-service", "user-service"));
    private static final Target SERVICE = new Target.OnService("user-service");
    private static final Target BROKER = new Target.OnBroker("redis");
    private static final KnownTargets KNOWN = new KnownTargets(List.of(LINK, SERVICE, BROKER));

    @Test
    void aMissingSettingTakesItsDefault() {
        CheckedOrder order = CheckedOrder.of(order("latency", LINK, Map.of("jitter", 50.0)), KNOWN);
        assertEquals(new Latency(Duration.ofMillis(800), Duration.ofMillis(50)), order.fault());
        assertEquals("800 ± 50 ms", order.fault().summary());
        assertEquals(Map.of("delay", "800 ms", "jitter", "50 ms"), order.settingTexts());
    }

    @Test
    void aWrongNameIsRefusedWithWhatWasMeant() {
        assertRefused("unknown fault latnecy; did you mean latency?", order("latnecy", LINK, Map.of()));
        assertRefused("latency has no setting dealy; did you mean delay?", order("latency", LINK, Map.of("dealy", 1.0)));
        assertRefused("unknown target usr-service; did you mean user-service?",
                order("kill", new Target.OnService("usr-service"), Map.of()));
    }

    @Test
    void aFaultThatCannotHitTheTargetIsRefused() {
        assertRefused("kill strikes a service or broker, and order-service->user-service is a link", order("kill", LINK, Map.of()));
        assertRefused("latency strikes a link, and redis is a broker", order("latency", BROKER, Map.of()));
    }

    @Test
    void aSettingOutOfItsRangeIsRefusedWithTheRange() {
        assertRefused("latency: delay: need 0 to 60000 ms, got 60001", order("latency", LINK, Map.of("delay", 60_001.0)));
        assertRefused("latency: delay: need 0 to 60000 ms, got NaN", order("latency", LINK, Map.of("delay", Double.NaN)));
        assertRefused("latency: jitter: need at most the delay, 10 ms, got 20 ms",
                order("latency", LINK, Map.of("delay", 10.0, "jitter", 20.0)));
    }

    @Test
    void aDurationThatIsNoneIsRefused() {
        FaultOrder order = new FaultOrder("down", LINK, Map.of(), Optional.of(Duration.ZERO));
        assertRefused("duration: need more than 0 and at most 24 h, got PT0S", order);
    }

    @Test
    void aTargetIsFoundByItsName() {
        assertEquals(LINK, KNOWN.named("order-service -> user-service"));
        assertEquals(BROKER, KNOWN.named("redis"));
        assertEquals("unknown target reddis; did you mean redis?",
                assertThrows(FaultRefusedException.class, () -> KNOWN.named("reddis")).getMessage());
    }

    @Test
    void everyFaultOfTheCatalogueCanBeOrderedWithItsDefaults() {
        for (FaultType type : FaultCatalog.ALL) {
            for (Target target : KNOWN.all()) {
                if (type.targets().contains(target.kind())) {
                    assertEquals(type, CheckedOrder.of(order(type.name(), target, Map.of()), KNOWN).type());
                }
            }
        }
    }

    private static FaultOrder order(String fault, Target target, Map<String, Double> settings) {
        return new FaultOrder(fault, target, settings, Optional.empty());
    }

    private static void assertRefused(String message, FaultOrder order) {
        assertEquals(message, assertThrows(FaultRefusedException.class, () -> CheckedOrder.of(order, KNOWN)).getMessage());
    }
}
