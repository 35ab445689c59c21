package dev.breakwater.engine.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.telemetry.otlp.Decoded;
import dev.breakwater.engine.telemetry.otlp.MalformedOtlpException;
import dev.breakwater.engine.telemetry.otlp.OtlpDecoder;
import dev.breakwater.engine.telemetry.otlp.OtlpJson;
import dev.breakwater.engine.telemetry.otlp.Requests;
import dev.breakwater.engine.telemetry.otlp.Signal;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Whatever bytes come: an answer, never a crash, and a good request is taken afterwards.
class OtlpFuzzTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Requests.NOW);
    private static final byte[] GOOD_SPANS = Requests.spans("order-service", Requests.span(Span.SpanKind.SPAN_KIND_PRODUCER,
            Map.of("messaging.system", "redis", "messaging.destination.name", "order-events", "message.body", "{\"a\":1}"))
            .addLinks(Span.Link.newBuilder().setSpanId(Requests.id(Requests.PARENT)))
            .setStatus(io.opentelemetry.proto.trace.v1.Status.newBuilder().setCode(StatusCode.STATUS_CODE_ERROR).setMessage("why")).build())
            .toByteArray();
    private static final byte[] GOOD_LOGS = Requests.logs("order-service", Requests.log(Map.of("order.id", "o1", "saga.step", "s",
            "saga.status", "active")).setEventName("saga.step").build()).toByteArray();

    private static final byte[] GOOD_FIGURE = Requests.logs("order-service", Requests.log(Map.of("figure.name", "Done", "figure.label", "a",
            "figure.value", "1.5")).setEventName("figure").build()).toByteArray();

    /// A good request with some bytes changed, cut out, doubled or put in.
    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(1, 9); i > 0 && bytes.length > 1; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                default -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }

    private static void decode(byte[] bytes) {
        OtlpDecoder decoder = new OtlpDecoder(CLOCK);
        for (Signal signal : Signal.values()) {
            try {
                Decoded decoded = signal.decode(decoder, bytes);
                assertTrue(decoded.facts().stream().noneMatch(fact -> fact.at().isAfter(Requests.NOW)));
                assertTrue(decoded.facts().toString() != null, "every part of every fact can be read");
            } catch (MalformedOtlpException refused) {
                assertTrue(refused.getMessage() != null);
            }
        }
    }

    @Property(tries = 2_000)
    void randomBytesAreDecodedOrRefused(@ForAll byte[] bytes) {
        decode(bytes);
    }

    @Property(tries = 5_000)
    void mutatedRequestsAreDecodedOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        decode(mutated(GOOD_SPANS, random));
        decode(mutated(GOOD_LOGS, random));
        decode(mutated(GOOD_FIGURE, random));
    }

    @Property(tries = 300)
    void mutatedJsonIsDecodedOrRefused(@ForAll long seed) {
        byte[] json = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"spanId\":\"b7ad6b7169203331\",\"kind\":3}]}]}]}"
                .getBytes(StandardCharsets.UTF_8);
        try {
            decode(OtlpJson.toProtobuf(Signal.TRACES, mutated(json, new Random(seed))));
        } catch (MalformedOtlpException refused) {
            assertTrue(refused.getMessage() != null);
        }
    }

    @Test
    void theHttpEndAnswersEverythingAndStaysUp() throws Exception {
        Queue<Fact> facts = new ConcurrentLinkedQueue<>();
        Random random = new Random(11);
        try (OtlpReceiver receiver = OtlpReceiver.open(InetAddress.getLoopbackAddress(), 0, 0, facts::add, CLOCK);
                HttpClient http = HttpClient.newHttpClient()) {
            URI traces = URI.create("http://127.0.0.1:" + receiver.httpAddress().getPort() + "/v1/traces");
            for (int i = 0; i < 300; i++) {
                byte[] body = i % 2 == 0 ? mutated(GOOD_SPANS, random) : randomBytes(random);
                HttpRequest.Builder request = HttpRequest.newBuilder(traces).POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .header("Content-Type", i % 5 == 0 ? "application/json" : "application/x-protobuf");
                if (i % 3 == 0) {
                    request.header("Content-Encoding", "gzip");
                }
                int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
                assertTrue(Set.of(200, 400).contains(status), "status " + status);
            }
            for (int i = 0; i < 50; i++) {
                garbageOnTheSocket(receiver.httpAddress().getPort(), random);
            }
            facts.clear();
            HttpRequest good = HttpRequest.newBuilder(traces).POST(HttpRequest.BodyPublishers.ofByteArray(GOOD_SPANS))
                    .header("Content-Type", "application/x-protobuf").build();
            assertEquals(200, http.send(good, HttpResponse.BodyHandlers.discarding()).statusCode());
            assertEquals(1, facts.size());
        }
    }

    @Test
    void theGrpcEndAnswersEverythingAndStaysUp() throws Exception {
        Queue<Fact> facts = new ConcurrentLinkedQueue<>();
        Random random = new Random(12);
        try (OtlpReceiver receiver = OtlpReceiver.open(InetAddress.getLoopbackAddress(), 0, 0, facts::add, CLOCK)) {
            ManagedChannel channel = NettyChannelBuilder.forAddress(receiver.grpcAddress()).usePlaintext().build();
            for (int i = 0; i < 300; i++) {
                byte[] body = i % 2 == 0 ? mutated(GOOD_SPANS, random) : randomBytes(random);
                String packing = i % 3 == 0 ? "gzip" : "identity";
                try {
                    call(channel, body, packing);
                } catch (StatusRuntimeException refused) {
                    assertEquals(Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode(), refused.toString());
                }
            }
            for (int i = 0; i < 50; i++) {
                garbageOnTheSocket(receiver.grpcAddress().getPort(), random);
            }
            facts.clear();
            call(channel, GOOD_SPANS, "identity");
            assertEquals(1, facts.size());
            assertThrows(StatusRuntimeException.class, () -> call(channel, new byte[] {1}, "identity"));
            channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    /// Sends garbage to the port and hangs up.
    private static void garbageOnTheSocket(int port, Random random) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(randomBytes(random));
        } catch (IOException closedByTheOtherSide) {
            assertTrue(closedByTheOtherSide.getMessage() != null);
        }
    }

    private static void call(ManagedChannel channel, byte[] body, String packing) {
        MethodDescriptor.Marshaller<byte[]> raw = new MethodDescriptor.Marshaller<>() {
            @Override
            public InputStream stream(byte[] bytes) {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public byte[] parse(InputStream stream) {
                try {
                    return stream.readAllBytes();
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        };
        MethodDescriptor<byte[], byte[]> export = MethodDescriptor.newBuilder(raw, raw).setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(TraceServiceGrpc.getExportMethod().getFullMethodName()).build();
        ClientCalls.blockingUnaryCall(channel, export, CallOptions.DEFAULT.withCompression(packing), body);
    }
}
