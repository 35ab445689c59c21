package dev.breakwater.engine.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The exporters that the world uses, against the receiver.
class SdkExportTest {
    private static final Resource SHOP = Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "order-service"));
    private final Queue<Fact> facts = new ConcurrentLinkedQueue<>();

    private OtlpReceiver open() throws IOException {
        return OtlpReceiver.open(InetAddress.getLoopbackAddress(), 0, 0, facts::add, InstantSource.system());
    }

    private static String url(InetSocketAddress address, String path) {
        return "http://127.0.0.1:" + address.getPort() + path;
    }

    @Test
    void grpcExportersAreUnderstood() throws IOException {
        try (OtlpReceiver receiver = open()) {
            String endpoint = url(receiver.grpcAddress(), "");
            export(OtlpGrpcSpanExporter.builder().setEndpoint(endpoint).build(),
                    OtlpGrpcLogRecordExporter.builder().setEndpoint(endpoint).setCompression("gzip").build());
        }
    }

    @Test
    void httpExportersAreUnderstood() throws IOException {
        try (OtlpReceiver receiver = open()) {
            export(OtlpHttpSpanExporter.builder().setEndpoint(url(receiver.httpAddress(), "/v1/traces")).setCompression("gzip").build(),
                    OtlpHttpLogRecordExporter.builder().setEndpoint(url(receiver.httpAddress(), "/v1/logs")).build());
        }
    }

    private void export(SpanExporter spans, LogRecordExporter logs) {
        SpanContext parent;
        SpanContext child;
        try (SdkTracerProvider tracing = SdkTracerProvider.builder().setResource(SHOP)
                .addSpanProcessor(SimpleSpanProcessor.create(spans)).build()) {
            Span request = tracing.get("test").spanBuilder("POST /orders").setNoParent().startSpan();
            parent = request.getSpanContext();
            Span send = tracing.get("test").spanBuilder("send order-events").setSpanKind(io.opentelemetry.api.trace.SpanKind.PRODUCER)
                    .setParent(Context.root().with(request)).addLink(parent)
                    .setAttribute("messaging.system", "redis").setAttribute("messaging.destination.name", "order-events")
                    .setAttribute("messaging.batch.message_count", 1).startSpan();
            child = send.getSpanContext();
            send.setStatus(StatusCode.ERROR, "no room");
            send.end();
            tracing.forceFlush().join(10, TimeUnit.SECONDS);
        }
        try (SdkLoggerProvider logging = SdkLoggerProvider.builder().setResource(SHOP)
                .addLogRecordProcessor(SimpleLogRecordProcessor.create(logs)).build()) {
            logging.get("test").logRecordBuilder().setEventName("saga.step").setSeverity(Severity.INFO)
                    .setAttribute(AttributeKey.stringKey("order.id"), "o1").setAttribute(AttributeKey.stringKey("saga.step"), "paid")
                    .setAttribute(AttributeKey.stringKey("saga.status"), "active").emit();
            logging.forceFlush().join(10, TimeUnit.SECONDS);
        }
        SpanFinished span = (SpanFinished) facts.remove();
        assertEquals(List.of(child.getTraceId(), child.getSpanId(), parent.getSpanId(), List.of(parent.getSpanId()), "order-service"),
                List.of(span.traceId(), span.spanId(), span.parentSpanId(), span.links(), span.service()));
        assertEquals(List.of(SpanKind.PRODUCER, Outcome.FAILED, "no room", Protocol.REDIS_STREAMS, "order-events"),
                List.of(span.kind(), span.outcome(), span.error(), span.protocol().orElseThrow(), span.destination()));
        assertEquals("1", span.attributes().get("messaging.batch.message_count"));
        Fact step = facts.remove();
        assertEquals(new Fact.SagaStepped(step.at(), "order-service", "o1", "paid", "active", "", "", ""), step);
        assertTrue(facts.isEmpty());
    }
}
