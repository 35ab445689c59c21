package dev.breakwater.shop.published;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A good document, changed at one place in every way that senders get wrong; some of the changes are no mistake. Which ones are is up to
/// the schema.
public final class Changes {
    private static final List<String> VALUES = List.of("null", "true", "-1", "0", "1", "1.0", "1.5", "-0.01", "201",
            "99999999999999999999", "1e400", "-1e400", "9".repeat(99), "\"\"", "\" \"", "\"x\"", "\"1\"", "\"x\\u0007\"", "\"é 😀\"",
            "\"" + "x".repeat(200) + "\"", "\"" + "x".repeat(201) + "\"", "\"" + "😀".repeat(1000) + "\"", "\"" + "x".repeat(1001) + "\"",
            "[]", "{}", "[null]", "[{}]", "[1]", "[".repeat(40) + "]".repeat(40));

    private Changes() {}

    /// @param place JSON pointer
    /// @param value that stands there now; empty if the place itself is gone
    public record Change(String place, String value, JsonNode document) {
        @Override
        public String toString() {
            return place + (value.isEmpty() ? " left out" : " = " + (value.length() > 50 ? value.substring(0, 50) + "…" : value));
        }
    }

    /// All changes of one place.
    public static List<Change> of(JsonNode document) {
        List<Change> changes = new ArrayList<>();
        places(document, "").forEach(place -> {
            if (parent(document, place) instanceof ObjectNode) {
                JsonNode copy = document.deepCopy();
                ((ObjectNode) parent(copy, place)).remove(name(place));
                changes.add(new Change(place, "", copy));
            }
            VALUES.forEach(value -> changes.add(new Change(place, value, with(document, place, value))));
        });
        return changes;
    }

    private static List<String> places(JsonNode node, String place) {
        List<String> places = new ArrayList<>();
        node.forEachEntry((name, value) -> places.add(place + "/" + name.replace("~", "~0").replace("/", "~1")));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(place + "/" + i);
        }
        List.copyOf(places).forEach(child -> places.addAll(places(node.at(child.substring(place.length())), child)));
        return places;
    }

    private static JsonNode with(JsonNode document, String place, String value) {
        JsonNode copy = document.deepCopy();
        JsonNode changed = Published.parse(value);
        switch (parent(copy, place)) {
            case ObjectNode object -> object.set(name(place), changed);
            case ArrayNode array -> array.set(Integer.parseInt(name(place)), changed);
            default -> throw new AssertionError(place);
        }
        return copy;
    }

    private static JsonNode parent(JsonNode document, String place) {
        return document.at(place.substring(0, place.lastIndexOf('/')));
    }

    private static String name(String place) {
        return JsonPointer.compile(place).last().getMatchingProperty();
    }

    /// The fields that the errors are about, as the services write them: `items[0].quantity`.
    public static Set<String> blamed(List<Error> errors) {
        Set<String> fields = new TreeSet<>();
        for (Error error : errors) {
            String place = error.getInstanceLocation().toString() + (error.getProperty() == null ? "" : "/" + error.getProperty());
            fields.add(place.replaceAll("/(\\d+)(?=/|$)", "[$1]").replaceFirst("^/", "").replace('/', '.'));
        }
        return fields;
    }
}
