package dev.breakwater.engine.telemetry.otlp;

import static dev.breakwater.engine.telemetry.otlp.WireCursor.BYTES;
import static dev.breakwater.engine.telemetry.otlp.WireCursor.FIXED64;
import static dev.breakwater.engine.telemetry.otlp.WireCursor.tag;

import dev.breakwater.engine.model.fact.Fact;
import io.opentelemetry.proto.logs.v1.LogRecord;

/// Reads one log record: an event that the lab knows, or a line.
final class LogReader {
    private static final int MAX_SEVERITY_BYTES = 32;
    private static final String EVENT_NAME_ATTRIBUTE = "event.name";

    private static final int TIME = tag(LogRecord.TIME_UNIX_NANO_FIELD_NUMBER, FIXED64);
    private static final int OBSERVED = tag(LogRecord.OBSERVED_TIME_UNIX_NANO_FIELD_NUMBER, FIXED64);
    private static final int SEVERITY = tag(LogRecord.SEVERITY_TEXT_FIELD_NUMBER, BYTES);
    private static final int BODY = tag(LogRecord.BODY_FIELD_NUMBER, BYTES);
    private static final int ATTRIBUTE = tag(LogRecord.ATTRIBUTES_FIELD_NUMBER, BYTES);
    private static final int EVENT_NAME = tag(LogRecord.EVENT_NAME_FIELD_NUMBER, BYTES);

    private static final KnownTexts NAMES = new KnownTexts();

    private final AttributeReader attributes = new AttributeReader();
    private long timeNanos;
    private long observedNanos;
    private String severity = "";
    private String body = "";
    private String event = "";

    private LogReader() {}

    /// Reads the record that begins at the cursor; always to its end, also when it is refused.
    static Fact read(WireCursor in, String service, SpanTimes times) throws MalformedOtlpException, RefusedException {
        LogReader record = new LogReader();
        int outer = in.enter();
        while (in.more()) {
            record.field(in, in.tag());
        }
        in.leave(outer);
        return record.finish(service, times);
    }

    private void field(WireCursor in, int tag) throws MalformedOtlpException {
        if (tag == ATTRIBUTE) {
            attributes.read(in);
        } else if (tag == TIME) {
            timeNanos = in.fixed64();
        } else if (tag == OBSERVED) {
            observedNanos = in.fixed64();
        } else if (tag == SEVERITY) {
            severity = in.text(MAX_SEVERITY_BYTES);
        } else if (tag == BODY) {
            body = AttributeReader.value(in);
        } else if (tag == EVENT_NAME) {
            event = in.text(NAMES).text;
        } else {
            in.skip(tag);
        }
    }

    private Fact finish(String service, SpanTimes times) throws RefusedException {
        var told = attributes.toMap();
        String name = event.isEmpty() ? told.getOrDefault(EVENT_NAME_ATTRIBUTE, "") : event;
        return new LogEvent(times.logged(timeNanos, observedNanos), service, name, told)
                .toFact((severity + " " + body).strip());
    }
}
