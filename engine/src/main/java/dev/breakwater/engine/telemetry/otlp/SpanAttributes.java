package dev.breakwater.engine.telemetry.otlp;

import static dev.breakwater.engine.telemetry.otlp.WireCursor.BYTES;
import static dev.breakwater.engine.telemetry.otlp.WireCursor.tag;

import dev.breakwater.engine.model.fact.DeferredAttributes;
import dev.breakwater.engine.model.fact.SpanFinished;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The attributes of one span, kept as they came on the wire: one array instead of some forty objects. With it, taking 5,000 spans a second
/// costs 10.5 µs of CPU a span, before 14 (`docs/benchmarks-ingest.md`).
final class SpanAttributes extends DeferredAttributes {
    /// A larger span is read at once and cut, so that what is kept stays bounded.
    static final int MAX_BYTES = 65_536;

    /// The names that are asked for with every span: where their values stand is noted while the span is read.
    static final List<String> NOTED = List.of(SpanFinished.ORDER_ID, SpanFinished.MESSAGE_BODY, SpanFinished.MESSAGE_HEADERS);

    static final int ATTRIBUTE = tag(Span.ATTRIBUTES_FIELD_NUMBER, BYTES);
    private static final int KEY = tag(KeyValue.KEY_FIELD_NUMBER, BYTES);
    private static final int VALUE = tag(KeyValue.VALUE_FIELD_NUMBER, BYTES);

    private final byte[] span;
    /// Positions of the values of [#NOTED]; 0 or less for a name that is not there.
    private final int[] places;
    /// Set without a lock: two threads may both read, and find the same.
    private @Nullable Map<String, String> read;

    private SpanAttributes(byte[] span, int[] places) {
        this.span = span;
        this.places = places;
    }

    /// Takes over the bytes of a span message whose fields have been walked over once, and the places found, as they were in the request.
    ///
    /// @param begin where the message began in the request
    static Map<String, String> of(byte[] span, int[] places, int begin) {
        for (int i = 0; i < places.length; i++) {
            places[i] -= begin;
        }
        return span.length <= MAX_BYTES ? new SpanAttributes(span, places) : readAll(span);
    }

    @Override
    public int bytes() {
        return span.length;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        Map<String, String> known = read;
        if (known == null) {
            known = readAll(span);
            read = known;
        }
        return known.entrySet();
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        try {
            int noted = NOTED.indexOf(name);
            if (noted >= 0) {
                return places[noted] <= 0 ? null : AttributeReader.valueAt(new WireCursor(span), places[noted], 0);
            }
            return name instanceof String key ? find(key) : null;
        } catch (MalformedOtlpException notWalkedBefore) {
            throw new IllegalStateException("these bytes were to be walked over before", notWalkedBefore);
        }
    }

    private @Nullable String find(String key) throws MalformedOtlpException {
        WireCursor in = new WireCursor(span);
        while (in.more()) {
            int tag = in.tag();
            if (tag != ATTRIBUTE) {
                in.skip(tag);
                continue;
            }
            int outer = in.enter();
            int value = -1;
            boolean found = false;
            while (in.more()) {
                int inner = in.tag();
                if (inner == KEY) {
                    found = in.textEquals(key);
                } else {
                    value = inner == VALUE ? in.position() : value;
                    in.skip(inner);
                }
            }
            if (found) {
                return AttributeReader.valueAt(in, value, 0);
            }
            in.leave(outer);
        }
        return null;
    }

    private static Map<String, String> readAll(byte[] span) {
        AttributeReader attributes = new AttributeReader();
        WireCursor in = new WireCursor(span);
        try {
            while (in.more()) {
                int tag = in.tag();
                if (tag == ATTRIBUTE) {
                    attributes.read(in);
                } else {
                    in.skip(tag);
                }
            }
        } catch (MalformedOtlpException notWalkedBefore) {
            throw new IllegalStateException("these bytes were to be walked over before", notWalkedBefore);
        }
        return attributes.toMap();
    }
}
