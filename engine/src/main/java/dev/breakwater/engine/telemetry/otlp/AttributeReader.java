package dev.breakwater.engine.telemetry.otlp;

import static dev.breakwater.engine.telemetry.otlp.WireCursor.BYTES;
import static dev.breakwater.engine.telemetry.otlp.WireCursor.FIXED64;
import static dev.breakwater.engine.telemetry.otlp.WireCursor.VARINT;
import static dev.breakwater.engine.telemetry.otlp.WireCursor.tag;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Collects the attributes of one span, log record or resource as text. Lists and maps are written as `[a, b]` and `{k=v}`.
///
/// Bounded: [#MAX_ATTRIBUTES], each cut after [#MAX_VALUE_BYTES], all together not above [#MAX_TOTAL_CHARS], nested not deeper than
/// [#MAX_DEPTH]. What goes beyond is left out.
final class AttributeReader {
    static final int MAX_ATTRIBUTES = 128;
    static final int MAX_VALUE_BYTES = 4_096;
    static final int MAX_TOTAL_CHARS = 32_768;
    static final int MAX_DEPTH = 8;
    private static final String UNREADABLE = "(unreadable)";

    private static final int KEY = tag(KeyValue.KEY_FIELD_NUMBER, BYTES);
    private static final int VALUE = tag(KeyValue.VALUE_FIELD_NUMBER, BYTES);
    private static final int STRING = tag(AnyValue.STRING_VALUE_FIELD_NUMBER, BYTES);
    private static final int BOOL = tag(AnyValue.BOOL_VALUE_FIELD_NUMBER, VARINT);
    private static final int INT = tag(AnyValue.INT_VALUE_FIELD_NUMBER, VARINT);
    private static final int DOUBLE = tag(AnyValue.DOUBLE_VALUE_FIELD_NUMBER, FIXED64);
    private static final int ARRAY = tag(AnyValue.ARRAY_VALUE_FIELD_NUMBER, BYTES);
    private static final int KVLIST = tag(AnyValue.KVLIST_VALUE_FIELD_NUMBER, BYTES);
    private static final int RAW = tag(AnyValue.BYTES_VALUE_FIELD_NUMBER, BYTES);
    private static final int ELEMENT = tag(ArrayValue.VALUES_FIELD_NUMBER, BYTES);
    private static final int PAIR = tag(KeyValueList.VALUES_FIELD_NUMBER, BYTES);

    private static final KnownTexts KEYS = new KnownTexts(Conventions.NAMES, SpanAttributes.NOTED);

    private final List<Map.Entry<String, String>> entries = new ArrayList<>(16);
    private int chars;

    /// Reads the KeyValue that begins at the cursor.
    void read(WireCursor in) throws MalformedOtlpException {
        Map.Entry<String, String> entry = pair(in, 0);
        int size = entry.getKey().length() + entry.getValue().length();
        if (entries.size() < MAX_ATTRIBUTES && chars + size <= MAX_TOTAL_CHARS) {
            entries.add(entry);
            chars += size;
        }
    }

    /// Reads the KeyValue that begins at the cursor only if the conventions know its name; else passes over it.
    ///
    /// @param told takes the values of [Conventions#NAMES]; of a name that was given twice, which it must not be, the first holds
    /// @param places takes the positions of the values of [SpanAttributes#NOTED]
    static void readKnown(WireCursor in, @Nullable String[] told, int[] places) throws MalformedOtlpException {
        KnownTexts.Known key = null;
        int value = -1;
        int outer = in.enter();
        while (in.more()) {
            int tag = in.tag();
            if (tag == KEY) {
                key = in.text(KEYS);
            } else {
                value = tag == VALUE ? in.position() : value;
                in.skip(tag);
            }
        }
        if (key != null && key.noted >= 0 && places[key.noted] == 0) {
            places[key.noted] = value;
        }
        if (key != null && key.wanted >= 0 && value >= 0 && told[key.wanted] == null) {
            told[key.wanted] = valueAt(in, value, 0);
        }
        in.leave(outer);
    }

    /// Of a name that was given twice, which it must not be, the first value holds.
    @SuppressWarnings("unchecked") // an array of a generic type
    Map<String, String> toMap() {
        try {
            return Map.ofEntries(entries.toArray(Map.Entry[]::new));
        } catch (IllegalArgumentException givenTwice) {
            Map<String, String> distinct = HashMap.newHashMap(entries.size());
            entries.forEach(entry -> distinct.putIfAbsent(entry.getKey(), entry.getValue()));
            return Map.copyOf(distinct);
        }
    }

    /// The text of the AnyValue that begins at the cursor.
    static String value(WireCursor in) throws MalformedOtlpException {
        return value(in, 0);
    }

    /// The text of an AnyValue at a place of the message that the cursor is in; empty without a place, and told when it does not read.
    static String valueAt(WireCursor in, int position, int depth) {
        try {
            return position < 0 ? "" : value(in.view(position), depth);
        } catch (MalformedOtlpException inside) {
            return UNREADABLE;
        }
    }

    private static Map.Entry<String, String> pair(WireCursor in, int depth) throws MalformedOtlpException {
        String key = "";
        int value = -1;
        int outer = in.enter();
        while (in.more()) {
            int tag = in.tag();
            if (tag == KEY) {
                key = in.text(KEYS).text;
            } else {
                value = tag == VALUE ? in.position() : value;
                in.skip(tag);
            }
        }
        String text = valueAt(in, value, depth);
        in.leave(outer);
        return Map.entry(key, text);
    }

    private static String value(WireCursor in, int depth) throws MalformedOtlpException {
        String value = "";
        int outer = in.enter();
        while (in.more()) {
            int tag = in.tag();
            if (tag == STRING) {
                value = in.text(MAX_VALUE_BYTES);
            } else if (tag == BOOL) {
                value = in.varint() == 0 ? "false" : "true";
            } else if (tag == INT) {
                value = Long.toString(in.varint());
            } else if (tag == DOUBLE) {
                value = Double.toString(Double.longBitsToDouble(in.fixed64()));
            } else if (tag == ARRAY && depth < MAX_DEPTH) {
                value = list(in, depth + 1);
            } else if (tag == KVLIST && depth < MAX_DEPTH) {
                value = map(in, depth + 1);
            } else {
                value = tag == ARRAY || tag == KVLIST ? "…" : tag == RAW ? "(bytes)" : value;
                in.skip(tag);
            }
        }
        in.leave(outer);
        return value;
    }

    private static String list(WireCursor in, int depth) throws MalformedOtlpException {
        StringJoiner list = new StringJoiner(", ", "[", "]");
        int outer = in.enter();
        while (in.more()) {
            int tag = in.tag();
            if (tag == ELEMENT && list.length() < MAX_VALUE_BYTES) {
                list.add(value(in, depth));
            } else {
                in.skip(tag);
            }
        }
        in.leave(outer);
        return list.toString();
    }

    private static String map(WireCursor in, int depth) throws MalformedOtlpException {
        StringJoiner map = new StringJoiner(", ", "{", "}");
        int outer = in.enter();
        while (in.more()) {
            int tag = in.tag();
            if (tag == PAIR && map.length() < MAX_VALUE_BYTES) {
                map.add(pair(in, depth).toString());
            } else {
                in.skip(tag);
            }
        }
        in.leave(outer);
        return map.toString();
    }
}
