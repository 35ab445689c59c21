package dev.breakwater.shop.support.redis;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.EventFields;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.crypt.Bodies;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes commits, and a span for each event that is sent with them.
public final class Journal {
    private static final Script COMMIT = new Script("commit.lua");

    private final Redis redis;
    private final Telemetry telemetry;
    private final Bodies bodies;

    public Journal(Redis redis, Telemetry telemetry) {
        this(redis, telemetry, Bodies.PLAIN);
    }

    /// @param bodies what becomes of the data of events on their way
    public Journal(Redis redis, Telemetry telemetry, Bodies bodies) {
        this.redis = redis;
        this.telemetry = telemetry;
        this.bodies = bodies;
    }

    public Bodies bodies() {
        return bodies;
    }

    public Redis redis() {
        return redis;
    }

    /// @throws dev.breakwater.shop.support.outage.OutageException if Redis does not answer: then it may be written or not
    public CommitResult commit(Commit commit) {
        if (commit.unguarded()) {
            throw new IllegalArgumentException("a commit without a condition could be written twice: " + commit.commands);
        }
        return run(commit, List.of());
    }

    /// As [#commit], with the acknowledgement of the delivery that led to it.
    CommitResult commit(Commit commit, Delivery handled) {
        if (commit.isCareless()) {
            return inSteps(commit, handled);
        }
        if (commit.unguarded()) {
            throw new IllegalArgumentException("a commit without a condition could be written twice: " + commit.commands);
        }
        return run(commit, List.of(List.of("XACK", handled.stream(), handled.group(), handled.entryId())));
    }

    private CommitResult inSteps(Commit commit, Delivery handled) {
        run(commit.state(), List.of());
        CommitResult result = run(commit.messages(), List.of());
        redis.call(commands -> commands.xack(handled.stream(), handled.group(), handled.entryId()));
        return result;
    }

    private CommitResult run(Commit commit, List<List<String>> more) {
        List<List<String>> commands = new ArrayList<>(commit.commands);
        List<Span> spans = new ArrayList<>();
        for (Commit.Outgoing outgoing : commit.outgoing) {
            spans.add(startSpan(outgoing, commands));
        }
        commands.addAll(more);
        CommitResult result = execute(commit, commands);
        if (result instanceof CommitResult.Committed) {
            spans.forEach(Span::end);
            commit.done();
        }
        return result;
    }

    private Span startSpan(Commit.Outgoing outgoing, List<List<String>> commands) {
        Event event = outgoing.event();
        Span span = telemetry.span(SpanKind.PRODUCER, "send " + outgoing.stream())
                .setAttribute(MessageAttributes.SYSTEM, "redis")
                .setAttribute(MessageAttributes.DESTINATION, outgoing.stream())
                .setAttribute(MessageAttributes.OPERATION, "send")
                .setAttribute(MessageAttributes.MESSAGE_ID, event.id())
                .startSpan();
        Map<String, String> entry = event.entry(telemetry.carried(span));
        entry.computeIfPresent(EventFields.DATA, (_, body) -> bodies.outgoing(body));
        describe(span, event, entry);
        List<String> xadd = new ArrayList<>(List.of("XADD", outgoing.stream()));
        if (!Streams.READ_AGAIN.contains(outgoing.stream())) {
            xadd.addAll(List.of("MAXLEN", "~", Long.toString(Streams.MAX_LENGTH)));
        }
        xadd.add("*");
        entry.forEach((field, value) -> {
            xadd.add(field);
            xadd.add(value);
        });
        commands.add(xadd);
        return span;
    }

    /// As it stands on the stream: of an encrypted body nothing can be read.
    static void describe(Span span, Event event, Map<String, String> entry) {
        span.setAttribute("event.type", event.type());
        event.order().ifPresent(order -> span.setAttribute(Attributes.ORDER_ID, order));
        MessageAttributes.body(span, entry.getOrDefault(EventFields.DATA, ""));
        MessageAttributes.headers(span, entry.entrySet().stream()
                .filter(field -> !field.getKey().equals(EventFields.DATA))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private CommitResult execute(Commit commit, List<List<String>> commands) {
        if (commands.isEmpty()) {
            return new CommitResult.Committed();
        }
        String plan = Json.write(plan(commit, commands));
        List<String> answer = redis.call(commandsOfRedis -> COMMIT.run(commandsOfRedis, new String[0], plan));
        return switch (answer.getFirst()) {
            case "committed" -> new CommitResult.Committed();
            case "changed" -> new CommitResult.Changed(answer.get(1));
            case "version" -> new CommitResult.WrongVersion(Long.parseLong(answer.get(1)));
            default -> throw new IllegalStateException("commit.lua answered " + answer);
        };
    }

    private static ObjectNode plan(Commit commit, List<List<String>> commands) {
        ObjectNode plan = Json.object();
        ArrayNode conditions = plan.putArray("if");
        for (Stored seen : commit.seen) {
            ArrayNode condition = conditions.addArray().add(seen.key());
            if (seen.text() == null) {
                condition.add(false);
            } else {
                condition.add(seen.text());
            }
        }
        ArrayNode versions = plan.putArray("versions");
        commit.versions.forEach((stream, version) -> versions.addArray().add(stream).add(Long.toString(version)));
        ArrayNode then = plan.putArray("then");
        commands.forEach(command -> {
            ArrayNode words = then.addArray();
            command.forEach(words::add);
        });
        return plan;
    }
}
