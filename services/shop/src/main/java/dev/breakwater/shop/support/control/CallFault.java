package dev.breakwater.shop.support.control;

import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/// A fault that strikes calls (HTTP and gRPC) which come in: a delay before they are handled, or an error instead.
///
/// @param status for an `error`: the HTTP status; gRPC calls get its nearest relative
/// @param endpoint only calls of this route (`/users/{id}`, `PaymentService/ProcessPayment`); empty = all
public record CallFault(String id, Type type, Duration delay, int status, Optional<String> endpoint, AtomicLong hits) {
    private static final int MAX_DELAY_MILLIS = 60_000;
    private static final int FIRST_ERROR = 400;
    private static final int LAST_ERROR = 599;

    /// What it does.
    public enum Type {
        DELAY,
        ERROR
    }

    /// @throws FieldException that names what is wrong
    static CallFault read(ObjectNode json) {
        Fields fields = Fields.of(json);
        String id = fields.id("id");
        Optional<String> endpoint = fields.optionalText("endpoint");
        return switch (fields.text("type")) {
            case "delay" -> new CallFault(id, Type.DELAY, Duration.ofMillis(fields.whole("delayMillis", 0, MAX_DELAY_MILLIS)), 0,
                    endpoint, new AtomicLong());
            case "error" -> new CallFault(id, Type.ERROR, Duration.ZERO,
                    (int) fields.optionalWhole("status", FIRST_ERROR, LAST_ERROR).orElse(503), endpoint, new AtomicLong());
            default -> throw new FieldException("type", "must be delay or error");
        };
    }

    boolean strikes(String route) {
        return endpoint.isEmpty() || endpoint.get().equals(route);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id);
        switch (type) {
            case DELAY -> json.put("type", "delay").put("delayMillis", delay.toMillis());
            case ERROR -> json.put("type", "error").put("status", status);
        }
        endpoint.ifPresent(route -> json.put("endpoint", route));
        return json.put("hits", hits.get());
    }
}
