package dev.breakwater.brokers.rabbit;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// RabbitMQ's queue arguments: what they mean to Qpid.
final class QueueArguments {
    static final String DEAD_LETTER_EXCHANGE = "x-dead-letter-exchange";
    static final String DEAD_LETTER_KEY = "x-dead-letter-routing-key";
    static final String DESCRIPTION = "description";
    private static final int HIGHEST_PRIORITY = 255;

    private final String queue;
    private final boolean durable;
    private final Map<String, Object> wire;
    private final Map<String, Object> qpid = new HashMap<>();

    private QueueArguments(String queue, boolean durable, Map<String, Object> wire) {
        this.queue = queue;
        this.durable = durable;
        this.wire = wire;
    }

    /// @param wire as the client sent them
    /// @throws IllegalArgumentException with a reason for the client, when RabbitMQ would refuse them or nothing here can do it
    static Map<String, Object> toQpid(String queue, boolean durable, boolean autoDelete, Map<String, Object> wire) {
        QueueArguments arguments = new QueueArguments(queue, durable, wire);
        arguments.qpid.put("maximumDeliveryAttempts", 1); // so that a reject without requeue leaves the queue
        arguments.qpid.put("expiryPolicy", "ROUTE_TO_ALTERNATE");
        wire.forEach(arguments::translate);
        if (wire.containsKey("x-max-length") || wire.containsKey("x-max-length-bytes"))
            arguments.qpid.put("overflowPolicy", "reject-publish".equals(wire.get("x-overflow")) ? "REJECT" : "RING");
        arguments.qpid.put(DESCRIPTION, arguments.description(autoDelete));
        return arguments.qpid;
    }

    private void translate(String name, Object value) {
        switch (name) {
            case DEAD_LETTER_EXCHANGE -> qpid.put("alternateBinding", Map.of("destination", DeadLetters.nodeName(queue)));
            case DEAD_LETTER_KEY -> require(wire.containsKey(DEAD_LETTER_EXCHANGE), name, "needs " + DEAD_LETTER_EXCHANGE);
            case "x-message-ttl" -> qpid.put("maximumMessageTtl", Math.max(1, number(name, value)));
            case "x-expires" -> require(number(name, value) > 0, name, "must be positive");
            case "x-max-length" -> qpid.put("maximumQueueDepthMessages", number(name, value));
            case "x-max-length-bytes" -> qpid.put("maximumQueueDepthBytes", number(name, value));
            case "x-overflow" -> supported("drop-head".equals(value) || "reject-publish".equals(value), name, value);
            case "x-max-priority" -> priorities(name, number(name, value));
            case "x-queue-type" -> queueType(name, value);
            case "x-queue-mode", "x-queue-version", "x-queue-master-locator" -> {} // how RabbitMQ stores it: no matter here
            default -> other(name, value);
        }
    }

    /// Qpid centres its levels on 5, so it takes more of them than n + 1 to keep 0..n apart.
    private void priorities(String name, long highest) {
        require(highest <= HIGHEST_PRIORITY, name, "must be at most " + HIGHEST_PRIORITY);
        if (highest > 0) qpid.put("priorities", Math.max(10, 2 * (highest - 4)));
    }

    private void queueType(String name, Object type) {
        supported("classic".equals(type) || "quorum".equals(type), name, type);
        require(durable || !"quorum".equals(type), name, "quorum needs a durable queue");
    }

    /// Qpid's own arguments pass; an unknown `x-` argument would be lost without a word, so it is refused.
    private void other(String name, Object value) {
        boolean passes = !name.startsWith("x-") || name.startsWith("x-qpid-") || name.equals("x-single-active-consumer");
        require(passes, name, "is not supported here");
        qpid.put(name, value);
    }

    private String description(boolean autoDelete) {
        Map<String, String> remembered = new TreeMap<>();
        remembered.put("durable", String.valueOf(durable));
        remembered.put("auto_delete", String.valueOf(autoDelete));
        wire.forEach((name, value) -> {
            if (name.startsWith("x-") && !name.startsWith("x-qpid-")) remembered.put(name, String.valueOf(value));
        });
        return RememberedArguments.describe(remembered);
    }

    private static long number(String name, Object value) {
        if (value instanceof Number number && number.longValue() >= 0) return number.longValue();
        throw refusal(name, "must be a non-negative integer");
    }

    private static void supported(boolean supported, String name, Object value) {
        require(supported, name, "'" + value + "' is not supported here");
    }

    private static void require(boolean condition, String name, String otherwise) {
        if (!condition) throw refusal(name, otherwise);
    }

    private static IllegalArgumentException refusal(String name, String why) {
        return new IllegalArgumentException("PRECONDITION_FAILED - queue argument " + name + " " + why);
    }
}
