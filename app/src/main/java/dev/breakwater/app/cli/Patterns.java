package dev.breakwater.app.cli;

import dev.breakwater.engine.scenario.Scenario;
import dev.breakwater.engine.scenario.ScenarioFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pattern folders of a checkout.
final class Patterns {
    private static final Logger LOG = LoggerFactory.getLogger(Patterns.class);

    /// The order of the guide; a folder that it does not name comes after those of its group.
    private static final List<String> GUIDE = List.of("rest", "service-call", "circuit-breaker", "grpc", "message-queue", "priority-queue",
            "work-queue", "dead-letters", "event-bus", "event-sourcing", "cqrs", "order-saga", "async-reply", "retry", "tracing-metrics",
            "service-auth", "encryption");

    private Patterns() {}

    /// All that can be read, group by group in the order of the guide. A folder that cannot be read keeps nobody from the others.
    static List<Scenario> all(Path home) {
        List<Scenario> patterns = new ArrayList<>();
        for (String name : new ScenarioFolder(home).names()) {
            try {
                patterns.add(RunOptions.scenario(home, name));
            } catch (BadInputException broken) {
                LOG.warn("{} is left out: {}", name, broken.getMessage());
            }
        }
        patterns.sort(Comparator.comparing((Scenario pattern) -> Scenario.GROUPS.indexOf(pattern.group()))
                .thenComparing(pattern -> place(pattern.id())));
        return patterns;
    }

    private static int place(String id) {
        int place = GUIDE.indexOf(id);
        return place < 0 ? GUIDE.size() : place;
    }
}
