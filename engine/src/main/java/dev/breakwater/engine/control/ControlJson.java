package dev.breakwater.engine.control;

import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.load.Quantities;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.LinkId;
import dev.breakwater.engine.scenario.Spelling;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// What goes over the control API, to and fro.
final class ControlJson {
    private static final Set<String> BROKERS = Set.of("rabbitmq", "redis", "mongodb");
    private static final List<String> ORDER_KEYS = List.of("fault", "target", "settings", "duration");

    private final ObjectMapper mapper = new JsonMapper();

    String object(Object value) {
        return mapper.writeValueAsString(value);
    }

    /// `{"fault": "latency", "target": "order-service->redis", "settings": {"delay": 800}, "duration": "5s"}`
    FaultOrder order(String body) {
        JsonNode node = read(body);
        node.propertyNames().forEach(key -> {
            if (!ORDER_KEYS.contains(key)) {
                throw new BadRequestException(Spelling.unknown("key", key, ORDER_KEYS));
            }
        });
        Map<String, Double> settings = new HashMap<>();
        if (node.has("settings") && !node.get("settings").isObject()) {
            throw new BadRequestException("\"settings\" must be an object, as {\"delay\": 800}");
        }
        node.path("settings").propertyStream().forEach(entry -> {
            if (!entry.getValue().isNumber()) {
                throw new BadRequestException("\"%s\" must be a number".formatted(entry.getKey()));
            }
            settings.put(entry.getKey(), entry.getValue().doubleValue());
        });
        Optional<Duration> duration = node.has("duration") ? Optional.of(duration(text(body, "duration"))) : Optional.empty();
        return new FaultOrder(text(body, "fault"), target(text(body, "target")), settings, duration);
    }

    FaultOrder restart(String part) {
        return new FaultOrder("restart", target(part), Map.of(), Optional.empty());
    }

    /// The value of a switch: a text or a whole number under `value`.
    String value(String body) {
        JsonNode value = read(body).get("value");
        if (value == null || !(value.isString() || value.isIntegralNumber())) {
            throw new BadRequestException("\"value\" must be a text or a whole number");
        }
        return value.asString();
    }

    /// A required text of a JSON object.
    String text(String body, String key) {
        JsonNode value = read(body).get(key);
        if (value == null || !value.isString()) {
            throw new BadRequestException("\"%s\" must be a text".formatted(key));
        }
        return value.stringValue();
    }

    String faults(List<FaultView> faults) {
        return object(faults.stream().map(ControlJson::fault).toList());
    }

    String status(RunSnapshot run) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("phase", run.phase().name().toLowerCase(Locale.ROOT));
        status.put("scenario", run.scenario());
        status.put("environment", run.environment());
        status.put("seed", run.seed());
        status.put("parts", run.parts().stream().map(part -> Map.of("name", part.name(), "phase",
                part.phase().name().toLowerCase(Locale.ROOT), "product", part.product(), "pid", part.pid())).toList());
        status.put("orders", run.orders());
        status.put("load", run.load());
        status.put("invariants", run.invariants());
        status.put("faults", run.faults().stream().map(ControlJson::fault).toList());
        status.put("dropped", run.dropped());
        return object(status);
    }

    private static Map<String, Object> fault(FaultView fault) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", fault.id());
        told.put("fault", fault.fault());
        told.put("target", fault.target().toString());
        told.put("phase", fault.phase().name().toLowerCase(Locale.ROOT));
        told.put("settings", fault.settings());
        told.put("hits", fault.hits());
        told.put("message", fault.message());
        return told;
    }

    private static Target target(String text) {
        try {
            return text.contains("->") ? new Target.OnLink(LinkId.parse(text))
                    : BROKERS.contains(text) ? new Target.OnBroker(text) : new Target.OnService(text);
        } catch (IllegalArgumentException wrong) {
            throw new BadRequestException(String.valueOf(wrong.getMessage()));
        }
    }

    private static Duration duration(String text) {
        try {
            return Quantities.duration(text);
        } catch (IllegalArgumentException wrong) {
            throw new BadRequestException(String.valueOf(wrong.getMessage()));
        }
    }

    private JsonNode read(String body) {
        try {
            JsonNode node = mapper.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException broken) {
            throw new BadRequestException("no JSON: " + broken.getOriginalMessage());
        }
        throw new BadRequestException("a JSON object is wanted here");
    }
}
