package dev.breakwater.shop.support.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the fields of a JSON object. Whatever is missing or mistyped ends in a [FieldException] that names it.
///
/// @param path what stands before the field names in messages: empty at the top, `items[0].` inside a list
public record Fields(ObjectNode node, String path) {
    public static final int MAX_ID_CHARS = 200;
    private static final int MAX_TEXT_CHARS = 1000;
    private static final int MAX_MONEY_DIGITS = 12;

    public static Fields of(ObjectNode node) {
        return new Fields(node, "");
    }

    /// A text that is not blank.
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> problem(name, "is missing"));
    }

    /// As [#text]: the id of something. It must fit into a path, where it is as long at most.
    public String id(String name) {
        String id = text(name);
        if (id.codePointCount(0, id.length()) > MAX_ID_CHARS) {
            throw problem(name, "must not be longer than " + MAX_ID_CHARS + " characters");
        }
        return id;
    }

    public Optional<String> optionalText(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw problem(name, "must be a text");
        }
        return Optional.of(checked(name, value.stringValue()));
    }

    /// One of these words.
    public String word(String name, Set<String> words) {
        String word = text(name);
        if (!words.contains(word)) {
            throw problem(name, "must be one of " + String.join(", ", new TreeSet<>(words)));
        }
        return word;
    }

    /// True or false; false if it is missing.
    public boolean optionalFlag(String name) {
        JsonNode value = present(name);
        if (value != null && !value.isBoolean()) {
            throw problem(name, "must be true or false");
        }
        return value != null && value.booleanValue();
    }

    /// A whole number within the limits, both included; `1.0` is one.
    public long whole(String name, long min, long max) {
        return optionalWhole(name, min, max).orElseThrow(() -> problem(name, "is missing"));
    }

    public OptionalLong optionalWhole(String name, long min, long max) {
        JsonNode value = present(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (!value.isNumber() || value.decimalValue().stripTrailingZeros().scale() > 0) {
            throw problem(name, "must be a whole number");
        }
        BigDecimal number = value.decimalValue();
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw problem(name, "must be from " + min + " to " + max);
        }
        return OptionalLong.of(number.longValueExact());
    }

    /// An amount of money, at least zero, rounded to nothing: more than two decimals are kept.
    public BigDecimal money(String name) {
        JsonNode value = present(name);
        if (value == null) {
            throw problem(name, "is missing");
        }
        if (!value.isNumber()) {
            throw problem(name, "must be a number");
        }
        BigDecimal amount = value.decimalValue();
        if (amount.signum() < 0 || amount.precision() - amount.scale() > MAX_MONEY_DIGITS || Math.abs(amount.scale()) > MAX_MONEY_DIGITS) {
            throw problem(name, "must be an amount of money, not " + amount);
        }
        return amount.scale() < 2 ? amount.setScale(2) : amount;
    }

    /// `true` or `false`.
    public boolean flag(String name) {
        JsonNode value = present(name);
        if (value == null) {
            throw problem(name, "is missing");
        }
        if (!value.isBoolean()) {
            throw problem(name, "must be true or false");
        }
        return value.booleanValue();
    }

    /// The fields of an object inside this one.
    public Fields object(String name) {
        JsonNode value = present(name);
        if (value == null) {
            throw problem(name, "is missing");
        }
        if (!(value instanceof ObjectNode object)) {
            throw problem(name, "must be an object");
        }
        return new Fields(object, path + name + ".");
    }

    /// A list of 1 to `max` objects.
    public List<Fields> objects(String name, int max) {
        JsonNode value = present(name);
        if (value == null) {
            throw problem(name, "is missing");
        }
        if (!value.isArray() || value.isEmpty() || value.size() > max) {
            throw problem(name, "must be a list of 1 to " + max + " objects");
        }
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : value) {
            String place = path + name + "[" + objects.size() + "]";
            if (!(element instanceof ObjectNode object)) {
                throw new FieldException(place, "must be an object");
            }
            objects.add(new Fields(object, place + "."));
        }
        return objects;
    }

    private @Nullable JsonNode present(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String checked(String name, String text) {
        if (text.isBlank()) {
            throw problem(name, "must not be empty");
        }
        if (text.codePointCount(0, text.length()) > MAX_TEXT_CHARS) {
            throw problem(name, "must not be longer than " + MAX_TEXT_CHARS + " characters");
        }
        if (text.codePoints().anyMatch(c -> (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || Character.isISOControl(c))) {
            throw problem(name, "must not hold control characters or half a character");
        }
        return text;
    }

    private FieldException problem(String name, String problem) {
        return new FieldException(path + name, problem);
    }
}
