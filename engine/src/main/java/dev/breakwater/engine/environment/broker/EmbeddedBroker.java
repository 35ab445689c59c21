package dev.breakwater.engine.environment.broker;

import dev.breakwater.contract.BrokerVariables;
import dev.breakwater.engine.environment.probe.Probe;
import dev.breakwater.engine.environment.probe.ReadyLine;
import dev.breakwater.engine.environment.process.ChildCommand;
import dev.breakwater.engine.environment.process.ChildProcess;
import dev.breakwater.engine.environment.program.Credentials;
import dev.breakwater.engine.environment.program.Ground;
import dev.breakwater.engine.environment.program.Jvm;
import dev.breakwater.engine.environment.program.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A broker of ours, as a JVM of its own.
///
/// @param name of the part: `rabbitmq`, `mongodb`
/// @param handshake tried once it has said that it serves
/// @param note what it cannot do
public record EmbeddedBroker(
        String name,
        String mainClass,
        int port,
        Credentials credentials,
        Probe handshake,
        Jvm jvm,
        Ground ground,
        String note)
        implements Program {
    @Override
    public boolean broker() {
        return true;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    @Override
    public ChildCommand command() throws IOException {
        Map<String, String> variables = new HashMap<>();
        variables.put(BrokerVariables.PORT, String.valueOf(port));
        variables.put(BrokerVariables.FOLDER, ground.folderOf(name).resolve("data").toString());
        variables.put(BrokerVariables.USER, credentials.user());
        variables.put(BrokerVariables.PASSWORD, credentials.password());
        return ground.jvm(name, jvm, mainClass, variables);
    }

    @Override
    public Probe probe(ChildProcess process) {
        return new ReadyLine(process::lastLines, handshake);
    }
}
