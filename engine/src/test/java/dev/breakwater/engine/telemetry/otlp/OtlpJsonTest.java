package dev.breakwater.engine.telemetry.otlp;

import static dev.breakwater.engine.telemetry.otlp.Requests.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpJsonTest {
    /// After the example of the specification: hex ids, 64-bit numbers as text, enums as numbers, an unknown field.
    static final String REQUEST = """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"my.service"}}]},
              "scopeSpans":[{"scope":{"name":"my.library"},"spans":[{
                "traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"EEE19B7EC3C1B174","parentSpanId":"EEE19B7EC3C1B173",
                "name":"GET /","startTimeUnixNano":"1763805600000000000","endTimeUnixNano":"1763805601000000000","kind":3,
                "attributes":[{"key":"http.request.method","value":{"stringValue":"GET"}},
                  {"key":"http.response.status_code","value":{"intValue":"503"}}, {"key":"peer.service","value":{"stringValue":"b"}}],
                "links":[{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"aaaaaaaaaaaaaaaa"}],
                "status":{}, "somethingNew":{"a":[1]}}]}]}]}""";

    @Test
    void theSpecificationsShapeIsRead() throws MalformedOtlpException {
        byte[] request = OtlpJson.toProtobuf(Signal.TRACES, REQUEST.getBytes(UTF_8));
        assertEquals(List.of(new SpanFinished(Instant.parse("2025-11-22T10:00:01Z"), "5b8efff798038103d269b633813fc60c",
                "eee19b7ec3c1b174", "eee19b7ec3c1b173", List.of("aaaaaaaaaaaaaaaa"), "my.service", "GET /", SpanKind.CLIENT,
                Duration.ofSeconds(1), Outcome.FAILED, "HTTP 503", Optional.of(Protocol.REST), "b", "", "",
                Map.of("http.request.method", "GET", "http.response.status_code", "503", "peer.service", "b"))),
                new OtlpDecoder(InstantSource.fixed(NOW)).spans(request).facts());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "no", "[]", "{\"resourceSpans\":1}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"spanId\":\"xyz!\"}]}]}]}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"startTimeUnixNano\":\"soon\"}]}]}]}", "{\"resourceSpans\":["})
    void whatIsNoSuchJsonIsMalformed(String text) {
        assertThrows(MalformedOtlpException.class, () -> OtlpJson.toProtobuf(Signal.TRACES, text.getBytes(UTF_8)));
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        assertThrows(MalformedOtlpException.class, () -> OtlpJson.toProtobuf(Signal.TRACES, new byte[] {'{', (byte) 0xFF, '}'}));
    }

    @Test
    void deepNestingIsMalformedOrPassedOverButNoCrash() {
        for (String text : List.of("[".repeat(1_000_000), "{\"a\":".repeat(300_000), "{\"x\":" + "[".repeat(500_000))) {
            assertThrows(MalformedOtlpException.class, () -> OtlpJson.toProtobuf(Signal.TRACES, text.getBytes(UTF_8)));
        }
    }
}
