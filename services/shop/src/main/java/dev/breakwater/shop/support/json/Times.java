package dev.breakwater.shop.support.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/// Times as they travel: ISO-8601; without a zone they are UTC.
public final class Times {
    private Times() {}

    /// @param field that holds it
    /// @throws FieldException if it is no time
    public static Instant instant(String field, String text) {
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            OffsetDateTime zoned = time instanceof OffsetDateTime offset ? offset : ((LocalDateTime) time).atOffset(ZoneOffset.UTC);
            return zoned.toInstant();
        } catch (DateTimeException e) {
            throw new FieldException(field, "must be a time in ISO-8601, not " + text);
        }
    }
}
