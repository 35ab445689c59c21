package dev.breakwater.engine.telemetry.otlp;

import static dev.breakwater.engine.telemetry.otlp.Requests.NOW;
import static dev.breakwater.engine.telemetry.otlp.Requests.PARENT;
import static dev.breakwater.engine.telemetry.otlp.Requests.SPAN;
import static dev.breakwater.engine.telemetry.otlp.Requests.TRACE;
import static dev.breakwater.engine.telemetry.otlp.Requests.id;
import static dev.breakwater.engine.telemetry.otlp.Requests.nanos;
import static dev.breakwater.engine.telemetry.otlp.Requests.span;
import static dev.breakwater.engine.telemetry.otlp.Requests.spans;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtlpDecoderTest {
    private static final Map<String, String> SEND = Map.of("messaging.system", "redis", "messaging.destination.name", "order-events",
            "messaging.operation.type", "send", "order.id", "o1");
    private final OtlpDecoder decoder = new OtlpDecoder(InstantSource.fixed(NOW));

    private SpanFinished only(Span.Builder span) throws MalformedOtlpException {
        Decoded decoded = decoder.spans(spans("order-service", span.build()).toByteArray());
        assertEquals(0, decoded.refused(), decoded.why());
        return (SpanFinished) decoded.facts().getFirst();
    }

    private static AnyValue value(String text) {
        return AnyValue.newBuilder().setStringValue(text).build();
    }

    @Test
    void aSpanIsReadWhole() throws MalformedOtlpException {
        Span.Builder span = span(Span.SpanKind.SPAN_KIND_PRODUCER, SEND)
                .addLinks(Span.Link.newBuilder().setTraceId(id(TRACE)).setSpanId(id("1112131415161718")))
                .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage("no room"))
                .addEvents(Span.Event.newBuilder().setName("an event").setTimeUnixNano(1)).setTraceState("a=b").setFlags(1);
        assertEquals(new SpanFinished(NOW, TRACE, SPAN, PARENT, List.of("1112131415161718"), "order-service", "the span",
                SpanKind.PRODUCER, Duration.ofMillis(20), Outcome.FAILED, "no room", Optional.of(Protocol.REDIS_STREAMS), "",
                "order-events", "", SEND), only(span));
    }

    @Test
    void attributesOfEveryTypeBecomeText() throws MalformedOtlpException {
        Span.Builder span = span(Span.SpanKind.SPAN_KIND_INTERNAL, Map.of());
        Map<String, AnyValue> values = Map.of(
                "bool", AnyValue.newBuilder().setBoolValue(true).build(),
                "int", AnyValue.newBuilder().setIntValue(-7).build(),
                "double", AnyValue.newBuilder().setDoubleValue(2.5).build(),
                "bytes", AnyValue.newBuilder().setBytesValue(ByteString.copyFromUtf8("x")).build(),
                "empty", AnyValue.getDefaultInstance(),
                "list", AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(value("a")).addValues(value("b"))).build(),
                "map", AnyValue.newBuilder().setKvlistValue(KeyValueList.newBuilder()
                        .addValues(KeyValue.newBuilder().setKey("k").setValue(value("v")))).build());
        values.forEach((key, value) -> span.addAttributes(KeyValue.newBuilder().setKey(key).setValue(value)));
        assertEquals(Map.of("bool", "true", "int", "-7", "double", "2.5", "bytes", "(bytes)", "empty", "", "list", "[a, b]",
                "map", "{k=v}"), only(span).attributes());
    }

    @Test
    void theResourceMayStandBehindItsSpans() throws MalformedOtlpException, IOException {
        ResourceSpans group = spans("order-service", span(Span.SpanKind.SPAN_KIND_INTERNAL, Map.of()).build()).getResourceSpans(0);
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        group.toBuilder().clearResource().build().writeTo(turned);
        group.toBuilder().clearScopeSpans().build().writeTo(turned);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(whole);
        out.writeByteArray(ExportTraceServiceRequest.RESOURCE_SPANS_FIELD_NUMBER, turned.toByteArray());
        out.flush();
        assertEquals("order-service", ((SpanFinished) decoder.spans(whole.toByteArray()).facts().getFirst()).service());
    }

    @Test
    void whoDoesNotTellItsNameIsUnknown() throws MalformedOtlpException {
        byte[] request = spans("", span(Span.SpanKind.SPAN_KIND_INTERNAL, Map.of()).build()).toByteArray();
        assertEquals("unknown_service", ((SpanFinished) decoder.spans(request).facts().getFirst()).service());
    }

    @Test
    void badSpansAreRefusedAndTheOthersTaken() throws MalformedOtlpException {
        Span.Builder good = span(Span.SpanKind.SPAN_KIND_INTERNAL, Map.of());
        Decoded decoded = decoder.spans(spans("a",
                good.clone().setTraceId(id("00")).build(),
                good.clone().setTraceId(ByteString.copyFrom(new byte[16])).build(),
                good.clone().clearSpanId().build(),
                good.clone().setStartTimeUnixNano(0).build(),
                good.clone().setEndTimeUnixNano(0).build(),
                good.clone().setEndTimeUnixNano(-1).build(),
                good.clone().setEndTimeUnixNano(nanos(NOW.plusSeconds(61))).build(),
                good.build()).toByteArray());
        assertEquals(1, decoded.facts().size());
        assertEquals(7, decoded.refused());
        assertEquals("a span needs a trace id of 16 bytes and a span id of 8, not all zero", decoded.why());
    }

    @Test
    void timesThatCannotBeAreMovedToWhatCan() throws MalformedOtlpException {
        SpanFinished ahead = only(span(Span.SpanKind.SPAN_KIND_INTERNAL, Map.of()).setEndTimeUnixNano(nanos(NOW.plusSeconds(30))));
        assertEquals(NOW, ahead.at());
        SpanFinished backwards = only(span(Span.SpanKind.SPAN_KIND_INTERNAL, Map.of())
                .setStartTimeUnixNano(nanos(NOW)).setEndTimeUnixNano(nanos(NOW) - 5_000_000));
        assertEquals(Duration.ZERO, backwards.duration());
        assertEquals(Instant.parse("2026-11-22T09:59:59.995Z"), backwards.at());
    }

    @Test
    void aMalformedParentMakesARoot() throws MalformedOtlpException {
        assertEquals("", only(span(Span.SpanKind.SPAN_KIND_SERVER, Map.of()).setParentSpanId(id("0102"))).parentSpanId());
    }

    @Test
    void textIsBounded() throws MalformedOtlpException {
        Span.Builder span = span(Span.SpanKind.SPAN_KIND_INTERNAL, Map.of("body", "ä".repeat(100_000))).setName("n".repeat(1_000));
        for (int i = 0; i < 1_000; i++) {
            span.addAttributes(Requests.text("key" + i, "v".repeat(500)));
        }
        SpanFinished read = only(span);
        assertEquals("ä".repeat(2_048) + "…", read.attributes().get("body"));
        assertEquals("n".repeat(128) + "…", read.name());
        int chars = read.attributes().entrySet().stream().mapToInt(e -> e.getKey().length() + e.getValue().length()).sum();
        assertTrue(chars <= AttributeReader.MAX_TOTAL_CHARS, "characters: " + chars);
    }

    @Test
    void nestingIsBounded() throws MalformedOtlpException {
        AnyValue nested = value("bottom");
        for (int i = 0; i < 90; i++) {
            nested = AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(nested)).build();
        }
        Span.Builder span = span(Span.SpanKind.SPAN_KIND_INTERNAL, Map.of())
                .addAttributes(KeyValue.newBuilder().setKey("deep").setValue(nested));
        assertEquals("[".repeat(8) + "…" + "]".repeat(8), only(span).attributes().get("deep"));
    }

    @Test
    void anAttributeGivenTwiceHasOneValue() throws MalformedOtlpException {
        Span.Builder span = span(Span.SpanKind.SPAN_KIND_INTERNAL, Map.of("a", "1")).addAttributes(Requests.text("a", "2"));
        assertEquals(Map.of("a", "1"), only(span).attributes());
        assertEquals("1", only(span).attributes().get("a"));
    }

    @Test
    void attributesAreReadWhenSomebodyAsksAndAreTheSameMap() throws MalformedOtlpException {
        Map<String, String> told = Map.of("order.id", "o1", "message.body", "ä{}", "http.request.method", "GET", "empty", "");
        Map<String, String> attributes = only(span(Span.SpanKind.SPAN_KIND_CLIENT, told)).attributes();
        told.forEach((name, value) -> assertEquals(value, attributes.get(name)));
        assertEquals(null, attributes.get("order.i"));
        assertEquals(null, attributes.get("order.idx"));
        assertEquals("instead", attributes.getOrDefault("missing", "instead"));
        assertEquals(false, attributes.containsKey("missing"));
        assertEquals(told, attributes);
        assertEquals(attributes, told);
        assertEquals(told.hashCode(), attributes.hashCode());
        assertThrows(UnsupportedOperationException.class, () -> attributes.put("a", "b"));
    }

    @Test
    void aValueThatIsNoValueIsShownAsUnreadable() throws MalformedOtlpException {
        Span.Builder span = span(Span.SpanKind.SPAN_KIND_INTERNAL, Map.of()).addAttributes(Requests.text("odd", "0123456789"));
        byte[] request = spans("order-service", span.build()).toByteArray();
        int text = new String(request, StandardCharsets.ISO_8859_1).indexOf("0123456789");
        request[text - 1] = 127; // the text inside of the value is said to be longer than the value
        SpanFinished read = (SpanFinished) decoder.spans(request).facts().getFirst();
        assertEquals("(unreadable)", read.attributes().get("odd"));
        assertEquals(Map.of("odd", "(unreadable)"), read.attributes());
    }

    @Test
    void nothingIsAnEmptyRequest() throws MalformedOtlpException {
        assertEquals(Decoded.NOTHING, decoder.spans(new byte[0]));
    }

    @Test
    void aRequestThatEndsTooEarlyIsMalformed() throws MalformedOtlpException {
        byte[] whole = spans("order-service", span(Span.SpanKind.SPAN_KIND_PRODUCER, SEND).build()).toByteArray();
        for (int length = 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(MalformedOtlpException.class, () -> decoder.spans(part), "first " + length + " bytes");
        }
    }
}
