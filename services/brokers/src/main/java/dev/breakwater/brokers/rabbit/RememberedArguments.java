package dev.breakwater.brokers.rabbit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.qpid.server.model.Queue;
import org.jspecify.annotations.Nullable;

/// What a queue was declared with, kept in its description, which Qpid stores: for dead lettering and for declaring it again.
final class RememberedArguments {
    private static final String MARK = "rabbitmq?";

    private RememberedArguments() {}

    static String describe(Map<String, String> arguments) {
        return new TreeMap<>(arguments).entrySet().stream()
                .map(argument -> argument.getKey() + "=" + URLEncoder.encode(argument.getValue(), UTF_8))
                .collect(Collectors.joining("&", MARK, ""));
    }

    /// Empty when the queue was not declared through this dialect.
    static Optional<Map<String, String>> of(Queue<?> queue) {
        return parse(queue.getDescription());
    }

    static Optional<Map<String, String>> parse(@Nullable String description) {
        if (description == null || !description.startsWith(MARK)) return Optional.empty();
        Map<String, String> arguments = new TreeMap<>();
        for (String argument : description.substring(MARK.length()).split("&", -1)) {
            int equals = argument.indexOf('=');
            if (equals > 0) arguments.put(argument.substring(0, equals), URLDecoder.decode(argument.substring(equals + 1), UTF_8));
        }
        return Optional.of(arguments);
    }

    /// RabbitMQ's text for declarations that do not agree; empty when they do.
    static Optional<String> difference(String queue, Map<String, String> current, Map<String, String> received) {
        TreeSet<String> names = new TreeSet<>(current.keySet());
        names.addAll(received.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(current.get(name), received.get(name)))
                .findFirst()
                .map(name -> "PRECONDITION_FAILED - inequivalent arg '%s' for queue '%s' in vhost '/': received %s but current is %s"
                        .formatted(name, queue, received.getOrDefault(name, "none"), current.getOrDefault(name, "none")));
    }
}
