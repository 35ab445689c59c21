package dev.breakwater.app.view;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Bodies as people read them.
public final class PrettyJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PrettyJson() {}

    /// Indented when it is JSON, else as it came.
    public static String of(String body) {
        try {
            return JSON.readTree(body).toPrettyString();
        } catch (JacksonException notJson) {
            return body;
        }
    }
}
