package dev.breakwater.engine.telemetry.otlp;

import static dev.breakwater.engine.telemetry.otlp.WireCursor.BYTES;
import static dev.breakwater.engine.telemetry.otlp.WireCursor.FIXED64;
import static dev.breakwater.engine.telemetry.otlp.WireCursor.VARINT;
import static dev.breakwater.engine.telemetry.otlp.WireCursor.tag;

import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one span message.
final class SpanReader {
    static final int STATUS_OK = Status.StatusCode.STATUS_CODE_OK_VALUE;
    static final int STATUS_ERROR = Status.StatusCode.STATUS_CODE_ERROR_VALUE;
    static final int TRACE_ID_BYTES = 16;
    static final int SPAN_ID_BYTES = 8;
    private static final int MAX_LINKS = 128;
    private static final int MAX_MESSAGE_BYTES = 1_024;

    private static final int TRACE_ID = tag(Span.TRACE_ID_FIELD_NUMBER, BYTES);
    private static final int SPAN_ID = tag(Span.SPAN_ID_FIELD_NUMBER, BYTES);
    private static final int PARENT = tag(Span.PARENT_SPAN_ID_FIELD_NUMBER, BYTES);
    private static final int NAME = tag(Span.NAME_FIELD_NUMBER, BYTES);
    private static final int KIND = tag(Span.KIND_FIELD_NUMBER, VARINT);
    private static final int START = tag(Span.START_TIME_UNIX_NANO_FIELD_NUMBER, FIXED64);
    private static final int END = tag(Span.END_TIME_UNIX_NANO_FIELD_NUMBER, FIXED64);
    private static final int LINK = tag(Span.LINKS_FIELD_NUMBER, BYTES);
    private static final int LINK_SPAN_ID = tag(Span.Link.SPAN_ID_FIELD_NUMBER, BYTES);
    private static final int STATUS = tag(Span.STATUS_FIELD_NUMBER, BYTES);
    private static final int STATUS_MESSAGE = tag(Status.MESSAGE_FIELD_NUMBER, BYTES);
    private static final int STATUS_CODE = tag(Status.CODE_FIELD_NUMBER, VARINT);

    private static final KnownTexts NAMES = new KnownTexts();

    private final @Nullable String[] told = new String[Conventions.NAMES.size()];
    private final int[] places = new int[SpanAttributes.NOTED.size()];
    private List<String> links = List.of();
    private String traceId = "";
    private String spanId = "";
    private String parentSpanId = "";
    private String name = "";
    private SpanKind kind = SpanKind.INTERNAL;
    private long startNanos;
    private long endNanos;
    private String message = "";
    private int status;

    private SpanReader() {}

    /// Reads the span that begins at the cursor; always to its end, also when it is refused.
    static SpanFinished read(WireCursor in, String service, SpanTimes times) throws MalformedOtlpException, RefusedException {
        SpanReader span = new SpanReader();
        int outer = in.enter();
        int from = in.position();
        while (in.more()) {
            span.field(in, in.tag());
        }
        byte[] message = in.copy(from, in.position());
        in.leave(outer);
        return span.finish(service, times, SpanAttributes.of(message, span.places, from));
    }

    private void field(WireCursor in, int tag) throws MalformedOtlpException {
        if (tag == SpanAttributes.ATTRIBUTE) {
            AttributeReader.readKnown(in, told, places);
        } else if (tag == TRACE_ID) {
            traceId = in.id(TRACE_ID_BYTES);
        } else if (tag == SPAN_ID) {
            spanId = in.id(SPAN_ID_BYTES);
        } else if (tag == PARENT) {
            parentSpanId = in.id(SPAN_ID_BYTES);
        } else if (tag == NAME) {
            name = in.text(NAMES).text;
        } else if (tag == KIND) {
            kind = kind(in.varint());
        } else if (tag == START) {
            startNanos = in.fixed64();
        } else if (tag == END) {
            endNanos = in.fixed64();
        } else if (tag == LINK) {
            link(in);
        } else if (tag == STATUS) {
            status(in);
        } else {
            in.skip(tag);
        }
    }

    private void link(WireCursor in) throws MalformedOtlpException {
        int outer = in.enter();
        while (in.more()) {
            int tag = in.tag();
            if (tag == LINK_SPAN_ID && links.size() < MAX_LINKS) {
                String id = in.id(SPAN_ID_BYTES);
                if (!id.isEmpty()) {
                    links = links.isEmpty() ? new ArrayList<>(1) : links;
                    links.add(id);
                }
            } else {
                in.skip(tag);
            }
        }
        in.leave(outer);
    }

    private void status(WireCursor in) throws MalformedOtlpException {
        int outer = in.enter();
        while (in.more()) {
            int tag = in.tag();
            if (tag == STATUS_MESSAGE) {
                message = in.text(MAX_MESSAGE_BYTES);
            } else if (tag == STATUS_CODE) {
                status = (int) in.varint();
            } else {
                in.skip(tag);
            }
        }
        in.leave(outer);
    }

    private SpanFinished finish(String service, SpanTimes times, Map<String, String> attributes) throws RefusedException {
        if (traceId.isEmpty() || spanId.isEmpty()) {
            throw new RefusedException("a span needs a trace id of 16 bytes and a span id of 8, not all zero");
        }
        Conventions meaning = new Conventions(told, kind);
        Outcome outcome = meaning.outcome(status);
        String error = outcome == Outcome.OK ? "" : message.isEmpty() ? meaning.error() : message;
        return new SpanFinished(times.end(startNanos, endNanos), traceId, spanId, parentSpanId, links, service, name, kind,
                times.duration(startNanos, endNanos), outcome, error, meaning.protocol(), meaning.peer(), meaning.destination(),
                meaning.group(), attributes);
    }

    private static SpanKind kind(long number) {
        return switch (Math.clamp(number, 0, Integer.MAX_VALUE)) {
            case Span.SpanKind.SPAN_KIND_SERVER_VALUE -> SpanKind.SERVER;
            case Span.SpanKind.SPAN_KIND_CLIENT_VALUE -> SpanKind.CLIENT;
            case Span.SpanKind.SPAN_KIND_PRODUCER_VALUE -> SpanKind.PRODUCER;
            case Span.SpanKind.SPAN_KIND_CONSUMER_VALUE -> SpanKind.CONSUMER;
            default -> SpanKind.INTERNAL;
        };
    }
}
