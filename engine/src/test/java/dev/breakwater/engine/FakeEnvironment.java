package dev.breakwater.engine;

import dev.breakwater.contract.Services;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.Environment;
import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.model.run.PartView;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// An environment in which nothing runs: it starts at once, or fails as told, and notes what was asked of it.
final class FakeEnvironment implements Environment {
    private final Optional<? extends Exception> failure;
    private final List<String> log;
    private final Map<String, Map<String, String>> told = new HashMap<>();

    /// @param log gets `start` and `close`
    FakeEnvironment(Optional<? extends Exception> failure, List<String> log) {
        this.failure = failure;
        this.log = log;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Addresses addresses() {
        Map<String, Addresses.Ports> services = new HashMap<>();
        int port = 1;
        for (String service : Services.ALL) {
            services.put(service, new Addresses.Ports(port, OptionalInt.of(port + 1), port + 2));
            port += 3;
        }
        return new Addresses(Map.of(
                "rabbitmq", URI.create("amqp://user:secret@127.0.0.1:41"),
                "redis", URI.create("redis://:secret@127.0.0.1:42"),
                "mongodb", URI.create("mongodb://127.0.0.1:43/?retryWrites=false")), services);
    }

    @Override
    public void start(Set<String> wanted, Function<String, Map<String, String>> variables, Consumer<PartView> progress,
            BiConsumer<String, String> lines) throws StartFailedException {
        log.add("start");
        wanted.forEach(part -> told.put(part, variables.apply(part)));
        switch (failure.orElse(null)) {
            case StartFailedException failed -> throw failed;
            case RuntimeException mistake -> throw mistake;
            case null -> {
                // all is ready at once
            }
            default -> throw new AssertionError(failure);
        }
    }

    /// The variables that services were started with.
    Map<String, Map<String, String>> told() {
        return told;
    }

    @Override
    public List<Part> parts() {
        return List.of();
    }

    @Override
    public void close() {
        log.add("close");
    }
}
