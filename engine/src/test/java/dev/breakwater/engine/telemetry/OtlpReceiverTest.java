package dev.breakwater.engine.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.telemetry.otlp.Requests;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpReceiverTest {
    private static final String PROTOBUF = "application/x-protobuf";
    private static final ExportTraceServiceRequest REQUEST = Requests.spans(
            "order-service", Requests.span(Span.SpanKind.SPAN_KIND_CLIENT, Map.of("http.request.method", "GET")).build());

    private final Queue<Fact> facts = new ConcurrentLinkedQueue<>();
    private OtlpReceiver receiver;
    private HttpClient http;
    private ManagedChannel channel;

    @BeforeEach
    void open() throws IOException {
        receiver = OtlpReceiver.open(InetAddress.getLoopbackAddress(), 0, 0, facts::add, InstantSource.fixed(Requests.NOW));
        http = HttpClient.newHttpClient();
        channel = NettyChannelBuilder.forAddress(receiver.grpcAddress()).usePlaintext().maxInboundMessageSize(1 << 20).build();
    }

    @AfterEach
    void close() throws InterruptedException {
        http.close();
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        receiver.close();
    }

    private HttpResponse<byte[]> send(String method, String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + receiver.httpAddress().getPort() + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)).header("Content-Type", type);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private ExportTraceServiceResponse export(ExportTraceServiceRequest request) {
        return TraceServiceGrpc.newBlockingStub(channel).export(request);
    }

    @Test
    void bothPortsListenOnTheGivenAddressOnly() {
        assertTrue(receiver.grpcAddress().getAddress().isLoopbackAddress());
        assertTrue(receiver.httpAddress().getAddress().isLoopbackAddress());
    }

    @Test
    void protobufOverHttpIsTaken() throws Exception {
        HttpResponse<byte[]> response = send("POST", "/v1/traces", PROTOBUF, REQUEST.toByteArray());
        assertEquals(200, response.statusCode());
        assertEquals(PROTOBUF, response.headers().firstValue("Content-Type").orElse(""));
        assertEquals(ExportTraceServiceResponse.getDefaultInstance(), ExportTraceServiceResponse.parseFrom(response.body()));
        assertEquals(1, facts.size());
    }

    @Test
    void gzipIsUnpacked() throws Exception {
        assertEquals(200, send("POST", "/v1/traces", PROTOBUF, gzip(REQUEST.toByteArray()), "Content-Encoding", "gzip").statusCode());
        assertEquals(1, facts.size());
    }

    @Test
    void jsonIsAnsweredInJson() throws Exception {
        HttpResponse<byte[]> response = send("POST", "/v1/logs", "application/json; charset=utf-8", """
                {"resourceLogs":[{"scopeLogs":[{"logRecords":[
                  {"eventName":"saga.step"},{"timeUnixNano":"1763805600000000000","body":{"stringValue":"hello"}}]}]}]}"""
                .getBytes(UTF_8));
        assertEquals(200, response.statusCode());
        assertEquals("{\"partialSuccess\":{\"rejectedLogRecords\":\"1\",\"errorMessage\":\"event saga.step needs order.id\"}}",
                new String(response.body(), UTF_8));
        assertEquals(2, facts.size());
    }

    @Test
    void metricsAreTakenAndLeftAside() throws Exception {
        byte[] nothing = ExportMetricsServiceRequest.getDefaultInstance().toByteArray();
        assertEquals(200, send("POST", "/v1/metrics", PROTOBUF, nothing).statusCode());
        assertEquals(ExportMetricsServiceResponse.getDefaultInstance(),
                MetricsServiceGrpc.newBlockingStub(channel).export(ExportMetricsServiceRequest.getDefaultInstance()));
        assertEquals(List.of(), List.copyOf(facts));
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /v1/traces, application/x-protobuf, garbage,  '',                        400",
        "POST,   /v1/traces, application/json,       garbage,  '',                        400",
        "POST,   /v1/traces, application/x-protobuf, garbage,  gzip,                      400",
        "POST,   /v1/traces, application/x-protobuf, '',       br,                        415",
        "POST,   /v1/traces, text/plain,             '',       '',                        415",
        "GET,    /v1/traces, application/x-protobuf, '',       '',                        405",
        "DELETE, /v1/logs,   application/x-protobuf, '',       '',                        405",
        "POST,   /v1/other,  application/x-protobuf, '',       '',                        404",
        "POST,   /,          application/x-protobuf, '',       '',                        404",
        "POST,   /v1/traces, application/x-protobuf, '',       identity,                  200",
    })
    void otherRequestsGetTheirStatusAndTheNextOneIsTaken(
            String method, String path, String type, String body, String encoding, int status) throws Exception {
        HttpResponse<byte[]> response = encoding.isEmpty()
                ? send(method, path, type, body.getBytes(UTF_8))
                : send(method, path, type, body.getBytes(UTF_8), "Content-Encoding", encoding);
        assertEquals(status, response.statusCode(), () -> new String(response.body(), UTF_8));
        assertEquals(List.of(), List.copyOf(facts));
        protobufOverHttpIsTaken();
    }

    @Test
    void whatIsTooLargeIsRefusedAlsoOnceUnpacked() throws Exception {
        byte[] tooLarge = new byte[OtlpReceiver.MAX_BYTES + 1];
        byte[] bomb = gzip(new byte[64 << 20]);
        assertEquals(413, send("POST", "/v1/traces", PROTOBUF, tooLarge).statusCode());
        assertEquals(413, send("POST", "/v1/traces", PROTOBUF, bomb, "Content-Encoding", "gzip").statusCode());
        protobufOverHttpIsTaken();
        assertEquals(new OtlpReceiver.Counts(1, 2), receiver.counts());
    }

    @Test
    void grpcIsTakenAlsoPacked() {
        assertEquals(ExportTraceServiceResponse.getDefaultInstance(), export(REQUEST));
        TraceServiceGrpc.newBlockingStub(channel).withCompression("gzip").export(REQUEST);
        assertEquals(2, facts.size());
    }

    @Test
    void grpcTellsOfRefusedSpans() {
        ExportTraceServiceResponse response = export(Requests.spans("a", Span.getDefaultInstance()));
        assertEquals(1, response.getPartialSuccess().getRejectedSpans());
        assertEquals(List.of(new Fact.FactsDropped(Requests.NOW, 1)), List.copyOf(facts));
    }

    @Test
    void grpcRefusesWhatIsTooLargeAlsoPacked() {
        ExportTraceServiceRequest tooLarge = Requests.spans("x".repeat(OtlpReceiver.MAX_BYTES + 1));
        for (String packing : List.of("identity", "gzip")) {
            StatusRuntimeException refused = assertThrows(StatusRuntimeException.class,
                    () -> TraceServiceGrpc.newBlockingStub(channel).withCompression(packing).export(tooLarge));
            assertEquals(Status.Code.RESOURCE_EXHAUSTED, refused.getStatus().getCode(), packing + ": " + refused);
        }
        grpcIsTakenAlsoPacked();
    }

    @Test
    void aPortThatIsTakenIsToldAndNothingStaysOpen() {
        int grpc = receiver.grpcAddress().getPort();
        int httpPort = receiver.httpAddress().getPort();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        InstantSource clock = InstantSource.fixed(Requests.NOW);
        assertThrows(IOException.class, () -> OtlpReceiver.open(loopback, grpc, 0, facts::add, clock));
        assertThrows(IOException.class, () -> OtlpReceiver.open(loopback, 0, httpPort, facts::add, clock));
    }

    @Test
    void logsOverHttpInProtobufAreTaken() throws Exception {
        byte[] lines = Requests.logs("a", Requests.log(Map.of()).setEventName("hello").build()).toByteArray();
        HttpResponse<byte[]> response = send("POST", "/v1/logs", PROTOBUF, lines);
        assertEquals(ExportLogsServiceResponse.getDefaultInstance(), ExportLogsServiceResponse.parseFrom(response.body()));
        assertEquals(List.of(new Fact.LineLogged(Requests.NOW, "a", "hello")), List.copyOf(facts));
    }
}
