package dev.breakwater.shop.support.http;

import dev.breakwater.shop.support.json.Json;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What is answered to a request.
///
/// @param headers beside `Content-Type`
public record Reply(int status, String contentType, String body, Map<String, String> headers) {
    private static final String JSON = "application/json";

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply of(int status, JsonNode body) {
        return new Reply(status, JSON, Json.write(body), Map.of());
    }

    public static Reply ok(JsonNode body) {
        return of(200, body);
    }

    public static Reply created(JsonNode body) {
        return of(201, body);
    }

    public static Reply error(int status, String message) {
        return of(status, Json.object().put("error", message));
    }

    /// JSON that was made elsewhere.
    public static Reply json(int status, String body) {
        return new Reply(status, JSON, body, Map.of());
    }

    public Reply with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Reply(status, contentType, body, all);
    }
}
