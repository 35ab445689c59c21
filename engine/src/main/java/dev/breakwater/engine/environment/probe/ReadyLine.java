package dev.breakwater.engine.environment.probe;

import dev.breakwater.contract.BrokerVariables;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/// An embedded broker says in one line that it serves, and what it is; only then is the handshake tried.
///
/// @param output the end of what the broker wrote
public record ReadyLine(Supplier<List<String>> output, Probe handshake) implements Probe {
    @Override
    public Readiness ask() throws IOException {
        String line = output.get().stream()
                .filter(text -> text.startsWith(BrokerVariables.READY))
                .findFirst()
                .orElseThrow(() -> new IOException("it has not said yet that it serves"));
        return switch (handshake.ask()) {
            case Readiness.Ready _ -> new Readiness.Ready(line.substring(BrokerVariables.READY.length()));
            case Readiness.Waiting waiting -> waiting;
        };
    }
}
