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
        if (!body.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode value = MAPPER.readTree(body).get(key);
            return value != null && value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    static String order(String userId, String productId, int quantity) {
        return object(Map.of("userId", userId, "items", List.of(Map.of("productId", productId, "quantity", quantity))));
    }
}
