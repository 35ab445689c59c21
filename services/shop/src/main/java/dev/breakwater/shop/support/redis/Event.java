package dev.breakwater.shop.support.redis;

import dev.breakwater.contract.EventFields;
import dev.breakwater.shop.support.crypt.Bodies;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.json.Times;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// An entry of an event or command stream.
///
/// @param timestamp ISO-8601 in UTC, as it was sent
/// @param correlationId the order's or user's id: the same on everything that follows from one request
public record Event(String type, String id, String timestamp, String source, ObjectNode data, String correlationId) {
    /// Always three digits after the second, so that times sort as texts.
    private static final DateTimeFormatter UTC_MILLIS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /// A new event, happening at `at`.
    public static Event of(String type, String source, String correlationId, ObjectNode data, Instant at) {
        return new Event(type, UUID.randomUUID().toString(), at.toString(), source, data, correlationId);
    }

    /// @throws FieldException if a required field is missing
    /// @throws dev.breakwater.shop.support.json.InvalidJsonException if `data` is not a JSON object
    public static Event read(Map<String, String> fields) {
        return read(fields, Bodies.PLAIN);
    }

    /// As [#read(Map)].
    ///
    /// @param bodies what becomes of its data
    /// @throws FieldException also if its data cannot be decrypted
    public static Event read(Map<String, String> fields, Bodies bodies) {
        return new Event(required(fields, EventFields.EVENT_TYPE), required(fields, EventFields.EVENT_ID),
                time(required(fields, EventFields.TIMESTAMP)), fields.getOrDefault(EventFields.SOURCE, ""),
                Json.parseObject(bodies.incoming(EventFields.DATA, required(fields, EventFields.DATA))),
                fields.getOrDefault(EventFields.CORRELATION_ID, ""));
    }

    private static String time(String text) {
        Times.instant(EventFields.TIMESTAMP, text);
        return text;
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw new FieldException(name, "is missing");
        }
        return value;
    }

    public Fields fields() {
        return Fields.of(data);
    }

    /// The order that this is about.
    ///
    /// @throws FieldException if it names none
    public String orderId() {
        return fields().id("orderId");
    }

    /// As [#utc] of the timestamp.
    public String utcTimestamp() {
        return utc(EventFields.TIMESTAMP, timestamp);
    }

    /// A time with its milliseconds and its `Z`; one that came without a zone is UTC.
    ///
    /// @param field where it stands
    /// @throws FieldException if it is no time
    public static String utc(String field, String text) {
        return UTC_MILLIS.format(Times.instant(field, text));
    }

    /// As [#orderId()], for those who only want to tell.
    Optional<String> order() {
        return Optional.ofNullable(data.get("orderId")).filter(id -> id.isString()).map(id -> id.stringValue());
    }

    /// As the stream holds it.
    Map<String, String> entry(String traceparent) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(EventFields.EVENT_TYPE, type);
        entry.put(EventFields.EVENT_ID, id);
        entry.put(EventFields.TIMESTAMP, timestamp);
        entry.put(EventFields.VERSION, EventFields.SCHEMA_VERSION);
        entry.put(EventFields.SOURCE, source);
        entry.put(EventFields.DATA, Json.write(data));
        entry.put(EventFields.CORRELATION_ID, correlationId);
        if (!traceparent.isEmpty()) {
            entry.put(EventFields.TRACEPARENT, traceparent);
        }
        return entry;
    }
}
