package dev.breakwater.engine.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The little JSON that a client of the shop needs.
final class ClientJson {
    private static final ObjectMapper MAPPER = new JsonMapper();

    private ClientJson() {}

    static String object(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// The text under `key` of a JSON object, empty when `body` is none or has none.
    static Optional<String> text(String body, String key) {
        return value(body, key).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /// As [#text], of a whole number.
    static Optional<Long> whole(String body, String key) {
        return value(body, key).filter(JsonNode::canConvertToLong).map(JsonNode::longValue);
    }

    private static Optional<JsonNode> value(String body, String key) {
        if (!body.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(body).get(key));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    static String order(String userId, String productId, int quantity) {
        return object(Map.of("userId", userId, "items", List.of(Map.of("productId", productId, "quantity", quantity))));
    }
}
