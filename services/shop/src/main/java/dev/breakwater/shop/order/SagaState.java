package dev.breakwater.shop.order;

import dev.breakwater.contract.Keys;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.Stored;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A saga as Redis holds it: `{orderId, step, status, compensations[]}` and, when there is one, `reason` and `reminders`.
/// Fields that others have put there stay.
record SagaState(Stored stored, ObjectNode json, Saga saga) {
    private static final int MAX_REMINDERS = 1_000_000;

    static Optional<SagaState> read(Redis redis, String orderId) {
        Stored stored = redis.read(Keys.saga(orderId));
        return stored.json().map(json -> new SagaState(stored, json, saga(json)));
    }

    private static Saga saga(ObjectNode json) {
        Fields fields = Fields.of(json);
        return new Saga(fields.text("orderId"), fields.text("step"), fields.text("status"),
                json.path("compensations").valueStream().map(JsonNode::asString).collect(Collectors.toList()),
                fields.optionalText("reason").orElse(""), (int) fields.optionalWhole("reminders", 0, MAX_REMINDERS).orElse(0));
    }

    /// What Redis is to hold after `next`.
    ObjectNode after(Saga next) {
        return write(json.deepCopy(), next);
    }

    static ObjectNode first(Saga saga) {
        return write(Json.object(), saga);
    }

    private static ObjectNode write(ObjectNode json, Saga saga) {
        json.put("orderId", saga.orderId()).put("step", saga.step()).put("status", saga.status());
        ArrayNode compensations = json.putArray("compensations");
        saga.compensations().forEach(compensations::add);
        if (!saga.reason().isEmpty()) {
            json.put("reason", saga.reason());
        }
        if (saga.reminders() > 0) {
            json.put("reminders", saga.reminders());
        }
        return json;
    }
}
