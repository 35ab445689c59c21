package dev.breakwater.engine.scenario;

import dev.breakwater.engine.fault.FaultType;
import dev.breakwater.engine.fault.Setting;
import dev.breakwater.engine.model.fault.TargetKind;
import java.util.List;
import java.util.Set;

/// A small catalogue, so that these tests do not change when the real one grows.
record FakeFaults(String name, Set<TargetKind> targets, List<Setting> settings) implements FaultType {
    static final List<FaultType> ALL = List.of(
            new FakeFaults("latency", Set.of(TargetKind.LINK), List.of(
                    new Setting("delay", "Delay", "ms", 0, 60_000, 100, ""), new Setting("jitter", "Jitter", "ms", 0, 60_000, 0, ""))),
            new FakeFaults("down", Set.of(TargetKind.LINK), List.of()),
            new FakeFaults("kill", Set.of(TargetKind.SERVICE, TargetKind.BROKER), List.of()),
            new FakeFaults("pause", Set.of(TargetKind.SERVICE, TargetKind.BROKER), List.of()));

    @Override
    public String title() {
        return name;
    }

    @Override
    public String help() {
        return name;
    }

    @Override
    public String watchFor() {
        return name;
    }
}
