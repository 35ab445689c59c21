package dev.breakwater.shop.projection;

import dev.breakwater.shop.support.json.FieldException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON ⇄ documents.
final class Bson {
    private Bson() {}

    /// Whole numbers and decimals become longs and doubles; what does not fit into a double becomes a text.
    ///
    /// @throws FieldException if a field's name has a zero byte in it
    static @Nullable Object of(@Nullable JsonNode json) {
        return switch (json) {
            case null -> null;
            case ObjectNode object -> {
                Document document = new Document();
                object.forEachEntry((name, value) -> document.append(storable(name), of(value)));
                yield document;
            }
            case ArrayNode array -> {
                List<@Nullable Object> list = new ArrayList<>();
                array.forEach(value -> list.add(of(value)));
                yield list;
            }
            case JsonNode value when value.isIntegralNumber() && value.canConvertToInt() -> value.intValue();
            case JsonNode value when value.isIntegralNumber() && value.canConvertToLong() -> value.longValue();
            case JsonNode value when value.isNumber() -> finite(value.decimalValue());
            case JsonNode value when value.isBoolean() -> value.booleanValue();
            case JsonNode value when value.isNull() -> null;
            case JsonNode value -> value.asString();
        };
    }

    private static String storable(String name) {
        if (name.indexOf('\0') >= 0) {
            throw new FieldException(name.replace('\0', '?'), "is a name that no document can have");
        }
        return name;
    }

    private static Object finite(BigDecimal number) {
        double rounded = number.doubleValue();
        return Double.isFinite(rounded) ? rounded : number.toString();
    }
}
