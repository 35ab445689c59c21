package dev.breakwater.app.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.topology.LinkId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultBandTest {
    private static final Target LINK = new Target.OnLink(new LinkId("inventory-service", "redis"));

    @Test
    void aBandIsClippedToTheChart() {
        List<FaultView> faults = List.of(fault(50L, 150L), fault(180L, 400L), fault(120L, 140L));
        assertEquals(List.of(
                new FaultBand("down inventory-service → redis", "down inventory-service → redis", 100, 150, true, false),
                new FaultBand("down inventory-service → redis", "down inventory-service → redis", 120, 140, false, false),
                new FaultBand("down inventory-service → redis", "down inventory-service → redis", 180, 200, false, true)),
                FaultBand.within(faults, 100, 200));
    }

    @Test
    void whatWasNeverActiveOrIsOffTheChartHasNoBand() {
        assertEquals(List.of(), FaultBand.within(List.of(fault(null, null), fault(10L, 100L), fault(200L, null)), 100, 200));
    }

    @Test
    void anUnhealedFaultReachesToTheEnd() {
        assertEquals(List.of(new FaultBand("down inventory-service → redis", "down inventory-service → redis", 190, 200, false, true)),
                FaultBand.within(List.of(fault(190L, null)), 100, 200));
    }

    @Test
    void theShortLabelLeavesTheTargetOutWhereFiguresSayEnough() {
        FaultView latency = new FaultView("1", "latency", LINK, Map.of(), "800 ± 50 ms", FaultPhase.ACTIVE, 0,
                Optional.of(Instant.ofEpochSecond(150)), Optional.empty(), Optional.empty(), "");
        FaultBand band = FaultBand.within(List.of(latency), 100, 200).getFirst();
        assertEquals("latency 800 ± 50 ms inventory-service → redis", band.label());
        assertEquals("latency 800 ± 50 ms", band.shortLabel());
    }

    private static FaultView fault(@Nullable Long since, @Nullable Long healed) {
        return new FaultView("1", "down", LINK, Map.of(), "", FaultPhase.ACTIVE, 0, Optional.ofNullable(since).map(Instant::ofEpochSecond),
                Optional.ofNullable(healed).map(Instant::ofEpochSecond), Optional.empty(), "");
    }
}
