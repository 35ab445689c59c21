package dev.breakwater.engine.audit;

import dev.breakwater.contract.MessageKey;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The JSON in events, which anybody may have written.
final class EventJson {
    private static final ObjectMapper JSON = new JsonMapper();

    private EventJson() {}

    /// Empty for what was encrypted with another key: nobody handles that either.
    ///
    /// @param key with which it may be encrypted
    static Optional<JsonNode> opened(String data, MessageKey key) {
        try {
            return Optional.of(read(MessageKey.isToken(data) ? key.decrypt(data) : data));
        } catch (IllegalArgumentException otherKey) {
            return Optional.empty();
        }
    }

    /// A missing node when the text is no JSON.
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException foreign) {
            return JSON.missingNode();
        }
    }
}
