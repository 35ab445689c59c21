package dev.breakwater.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.load.LoadProfile.Constant;
import dev.breakwater.engine.load.LoadProfile.Poisson;
import dev.breakwater.engine.load.LoadProfile.Ramp;
import dev.breakwater.engine.load.Traffic;
import dev.breakwater.engine.model.topology.Topology;
import dev.breakwater.engine.scenario.Scenario;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabSettingsTest {
    @Test
    void aConstantLoadGrowsForThoseWhoWatch() {
        assertEquals(new Ramp(1, 25, LabSettings.WARM_UP), settings(new Constant(25)).gentle().load());
    }

    @Test
    void whatIsNotConstantOrNextToNothingStays() {
        assertEquals(new Poisson(25), settings(new Poisson(25)).gentle().load());
        assertEquals(new Constant(1), settings(new Constant(1)).gentle().load());
    }

    private static LabSettings settings(LoadProfile load) {
        Traffic traffic = new Traffic.Users(1, 0, 0);
        Scenario scenario = new Scenario(
                "x", "X", "", "", List.of(), List.of(), Map.of(), Topology.EMPTY, load, traffic, List.of(), List.of(), List.of());
        return new LabSettings(Path.of("."), scenario, "local", 1, load, Optional.empty(), Instant.EPOCH);
    }
}
