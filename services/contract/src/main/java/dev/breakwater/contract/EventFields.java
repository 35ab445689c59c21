package dev.breakwater.contract;

/// Fields of a stream entry. All values are text; times are ISO-8601 in UTC.
public final class EventFields {
    public static final String EVENT_TYPE = "eventType";
    public static final String EVENT_ID = "eventId";
    public static final String TIMESTAMP = "timestamp";
    /// On event streams the schema version, "1.0"; on an aggregate the position of the event: 1, 2, 3 …
    public static final String VERSION = "version";
    public static final String SOURCE = "source";
    public static final String DATA = "data";
    public static final String CORRELATION_ID = "correlationId";
    public static final String AGGREGATE_ID = "aggregateId";
    /// W3C trace context of the sender.
    public static final String TRACEPARENT = "traceparent";

    public static final String SCHEMA_VERSION = "1.0";

    private EventFields() {}
}
