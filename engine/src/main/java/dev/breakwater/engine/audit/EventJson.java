package dev.breakwater.engine.audit;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The JSON in events, which anybody may have written.
final class EventJson {
    private static final ObjectMapper JSON = new JsonMapper();

    private EventJson() {}

    /// A missing node when the text is no JSON.
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException foreign) {
            return JSON.missingNode();
        }
    }
}
