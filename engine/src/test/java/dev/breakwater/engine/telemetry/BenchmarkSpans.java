package dev.breakwater.engine.telemetry;

import com.google.protobuf.ByteString;
import dev.breakwater.engine.telemetry.otlp.Requests;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// One export request as the shop sends it, ready on the wire. [#next] gives its spans new ids and times in place, so that every sending is
/// new to the receiver without being built anew.
final class BenchmarkSpans {
    static final int SPANS = 200;
    private static final int SPANS_PER_ORDER = 10;
    private static final String BODY = "{\"orderId\":\"%s\",\"userId\":\"user-%d\",\"totalAmount\":59.90,"
            + "\"items\":[{\"productId\":\"lamp\",\"quantity\":2},{\"productId\":\"desk\",\"quantity\":1}],\"sagaId\":\"%s\"}";
    private static final String HEADERS = "{\"eventType\":\"OrderCreated\",\"eventId\":\"%s\",\"timestamp\":\"2026-11-22T10:00:00.123Z\","
            + "\"version\":\"1.0\",\"source\":\"order-service\",\"correlationId\":\"%s\",\"traceparent\":\"00-%s-b7ad6b7169203331-01\"}";

    private final byte[] bytes;
    private final int[] idPlaces;
    private final int[] timePlaces;
    private final long mask;
    private long round;

    BenchmarkSpans(int number) {
        Random random = new Random(number);
        List<Span> spans = new ArrayList<>();
        List<byte[]> ids = new ArrayList<>();
        while (spans.size() < SPANS) {
            order(random, spans, ids);
        }
        ExportTraceServiceRequest request = Requests.spans("order-service", spans.toArray(Span[]::new));
        bytes = request.toByteArray();
        idPlaces = places(ids);
        timePlaces = places(spans.stream().flatMap(span -> List.of(span.getStartTimeUnixNano(), span.getEndTimeUnixNano()).stream())
                .distinct().map(time -> ByteBuffer.allocate(8).putLong(Long.reverseBytes(time)).array()).toList());
        mask = random.nextLong();
    }

    /// The request with new ids, its spans ending at `now`.
    byte[] next(Instant now) {
        long change = mask * (2 * round++ + 1);
        for (int place : idPlaces) {
            bytes[place] ^= (byte) change;
            bytes[place + 1] ^= (byte) (change >>> 8);
            bytes[place + 2] ^= (byte) (change >>> 16);
            bytes[place + 3] ^= (byte) (change >>> 24);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long nanos = Requests.nanos(now);
        for (int i = 0; i < timePlaces.length; i++) {
            buffer.putLong(timePlaces[i], Long.reverseBytes(nanos - (timePlaces.length - i) * 100_000L));
        }
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    private static void order(Random random, List<Span> spans, List<byte[]> ids) {
        byte[] trace = id(random, 16);
        ids.add(trace);
        String order = "%08x-0000-4000-8000-%012x".formatted(random.nextInt(), random.nextLong() >>> 16);
        byte[] parent = null;
        for (int i = 0; i < SPANS_PER_ORDER; i++) {
            byte[] id = id(random, 8);
            ids.add(id);
            Span.Builder span = Requests.span(kind(i), attributes(i, order, random)).setName(name(i))
                    .setTraceId(ByteString.copyFrom(trace)).setSpanId(ByteString.copyFrom(id))
                    .setParentSpanId(parent == null ? ByteString.EMPTY : ByteString.copyFrom(parent))
                    .setStartTimeUnixNano(random.nextLong(1L << 62)).setEndTimeUnixNano(random.nextLong(1L << 62));
            if (kind(i) == SpanKind.SPAN_KIND_CONSUMER && parent != null) {
                span.addLinks(Span.Link.newBuilder().setTraceId(ByteString.copyFrom(trace))
                        .setSpanId(ByteString.copyFrom(parent)));
            }
            spans.add(span.build());
            parent = id;
        }
    }

    private static SpanKind kind(int place) {
        return switch (place) {
            case 0, 8 -> SpanKind.SPAN_KIND_CLIENT;
            case 1 -> SpanKind.SPAN_KIND_SERVER;
            case 2, 4, 6 -> SpanKind.SPAN_KIND_PRODUCER;
            case 3, 5, 7 -> SpanKind.SPAN_KIND_CONSUMER;
            default -> SpanKind.SPAN_KIND_INTERNAL;
        };
    }

    private static String name(int place) {
        return switch (place) {
            case 0, 1 -> "POST /orders";
            case 2, 4, 6 -> "send order-events";
            case 3, 5, 7 -> "process order-events";
            case 8 -> "update orders";
            default -> "process_order";
        };
    }

    private static Map<String, String> attributes(int place, String order, Random random) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("thread.name", "virtual-" + random.nextInt(1_000));
        told.put("order.id", order);
        switch (place) {
            case 0, 1 -> told.putAll(Map.of("http.request.method", "POST", "http.route", "/orders", "url.path", "/orders",
                    "http.response.status_code", "201", "server.address", "127.0.0.1", "server.port", "41234",
                    "peer.service", "user-service", "network.protocol.version", "1.1", "user_agent.original", "breakwater"));
            case 8 -> told.putAll(Map.of("db.system.name", "mongodb", "db.collection.name", "orders", "db.namespace", "orders",
                    "db.operation.name", "update", "peer.service", "mongodb"));
            case 9 -> told.put("order.amount", "59.90");
            default -> told.putAll(Map.of("messaging.system", "redis", "messaging.destination.name", place < 4 ? "order-events"
                            : place < 6 ? "payment-commands" : "inventory-commands",
                    "messaging.operation.type", place % 2 == 0 ? "send" : "process", "messaging.operation.name", "xadd",
                    "messaging.message.id", "1763805600000-" + random.nextInt(10_000), "messaging.consumer.group.name", "payment-service",
                    "message.body", BODY.formatted(order, random.nextInt(1_000), order),
                    "message.headers", HEADERS.formatted(order, order, Requests.TRACE)));
        }
        return told;
    }

    private static byte[] id(Random random, int length) {
        byte[] id = new byte[length];
        random.nextBytes(id);
        return id;
    }

    private int[] places(List<byte[]> patterns) {
        List<Integer> places = new ArrayList<>();
        Set<Long> wanted = new HashSet<>();
        patterns.forEach(pattern -> wanted.add(ByteBuffer.wrap(pattern).getLong()));
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i + 8 <= bytes.length; i++) {
            if (wanted.contains(buffer.getLong(i))) {
                places.add(i);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }
}
