package dev.breakwater.app.view.saga;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One field of a saga's state before and after a step; empty text where it was not there.
public record FieldChange(String field, String before, String after) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public boolean changed() {
        return !before.equals(after);
    }

    /// The fields of two JSON objects, in the order in which they stand there. Text that is not an object counts as one field.
    static List<FieldChange> between(String before, String after) {
        Map<String, String> old = fields(before);
        Map<String, String> now = fields(after);
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            changes.add(new FieldChange(name, old.getOrDefault(name, ""), now.getOrDefault(name, "")));
        }
        return changes;
    }

    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (json.isBlank()) {
            return fields;
        }
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isObject()) {
                root.properties().forEach(field -> fields.put(field.getKey(), text(field.getValue())));
                return fields;
            }
        } catch (JacksonException notJson) {
            // shown as it came
        }
        fields.put("state", json);
        return fields;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
