package dev.breakwater.engine.environment.program;

import dev.breakwater.contract.Variables;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.probe.HttpProbe;
import dev.breakwater.engine.environment.probe.Probe;
import dev.breakwater.engine.environment.process.ChildCommand;
import dev.breakwater.engine.environment.process.ChildProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A service of the shop: a JVM that is told everything by its environment variables.
///
/// @param told its variables at the moment, without those that the environment sets itself: asked for at each start
public record ServiceProgram(String name, String mainClass, Addresses.Ports at, Supplier<Map<String, String>> told, Jvm jvm, Ground ground)
        implements Program {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public boolean broker() {
        return false;
    }

    @Override
    public List<Integer> ports() {
        List<Integer> ports = new ArrayList<>(List.of(at.http(), at.control()));
        at.grpc().ifPresent(ports::add);
        return ports;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public ChildCommand command() throws IOException {
        Map<String, String> variables = new HashMap<>(told.get());
        variables.put(Variables.HTTP_PORT, String.valueOf(at.http()));
        variables.put(Variables.CONTROL_PORT, String.valueOf(at.control()));
        at.grpc().ifPresent(port -> variables.put(Variables.GRPC_PORT, String.valueOf(port)));
        variables.put(Variables.BIND_ADDRESS, "127.0.0.1");
        variables.put(Variables.INSTANCE, name);
        return ground.jvm(name, jvm, mainClass, variables);
    }

    @Override
    public Probe probe(ChildProcess process) {
        return new HttpProbe(at.http(), "Java " + Runtime.version().feature());
    }
}
