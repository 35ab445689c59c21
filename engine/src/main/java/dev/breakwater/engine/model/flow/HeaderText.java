package dev.breakwater.engine.model.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads the headers of a message, which a span tells as one JSON object of text values.
final class HeaderText {
    /// What does not read as such an object stands under this name, unchanged.
    static final String UNREAD = "headers";

    private final String json;
    private int at;

    private HeaderText(String json) {
        this.json = json;
    }

    /// Nested values stay JSON text. Never throws.
    static Map<String, String> parse(String json) {
        if (json.isEmpty()) {
            return Map.of();
        }
        try {
            return new HeaderText(json).object();
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException unreadable) {
            return Map.of(UNREAD, json);
        }
    }

    @SuppressWarnings("unchecked") // an array of a generic type
    private Map<String, String> object() {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        expect('{');
        boolean more = peek() != '}';
        while (more) {
            String name = text();
            expect(':');
            entries.add(Map.entry(name, peek() == '"' ? text() : raw()));
            more = peek() == ',';
            at += more ? 1 : 0;
        }
        expect('}');
        return Map.ofEntries(entries.toArray(Map.Entry[]::new));
    }

    private char peek() {
        while (Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return json.charAt(at);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw new IllegalArgumentException("need " + wanted + " at " + at);
        }
        at++;
    }

    private String text() {
        expect('"');
        int from = at;
        int end = json.indexOf('"', from);
        if (end >= 0 && json.indexOf('\\', from, end) < 0) {
            at = end + 1;
            return json.substring(from, end);
        }
        StringBuilder text = new StringBuilder();
        for (char c = json.charAt(at++); c != '"'; c = json.charAt(at++)) {
            text.append(c == '\\' ? escaped() : c);
        }
        return text.toString();
    }

    private char escaped() {
        char c = json.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> (char) Integer.parseInt(json.substring(at, at += 4), 16);
            case '"', '\\', '/' -> c;
            default -> throw new IllegalArgumentException("no such escape: " + c);
        };
    }

    /// A number, true, false, null, or a nested value: everything up to the comma or brace that ends it.
    private String raw() {
        int from = at;
        int depth = 0;
        for (char c = peek(); depth > 0 || (c != ',' && c != '}'); c = json.charAt(at)) {
            if (c == '"') {
                text();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            at++;
        }
        return json.substring(from, at).strip();
    }
}
