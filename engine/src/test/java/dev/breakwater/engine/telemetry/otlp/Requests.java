package dev.breakwater.engine.telemetry.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Export requests for tests and benchmarks, made with the generated classes.
public final class Requests {
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    public static final String SPAN = "b7ad6b7169203331";
    public static final String PARENT = "00f067aa0ba902b7";

    private Requests() {}

    /// A span of 20 ms that ended at [#NOW].
    public static Span.Builder span(Span.SpanKind kind, Map<String, String> attributes) {
        Span.Builder span = Span.newBuilder()
                .setTraceId(id(TRACE)).setSpanId(id(SPAN)).setParentSpanId(id(PARENT)).setName("the span").setKind(kind)
                .setStartTimeUnixNano(nanos(NOW) - 20_000_000).setEndTimeUnixNano(nanos(NOW));
        attributes.forEach((key, value) -> span.addAttributes(text(key, value)));
        return span;
    }

    public static LogRecord.Builder log(Map<String, String> attributes) {
        LogRecord.Builder record = LogRecord.newBuilder().setTimeUnixNano(nanos(NOW));
        attributes.forEach((key, value) -> record.addAttributes(text(key, value)));
        return record;
    }

    public static ExportTraceServiceRequest spans(String service, Span... spans) {
        return ExportTraceServiceRequest.newBuilder().addResourceSpans(ResourceSpans.newBuilder()
                .setResource(resource(service))
                .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(List.of(spans)))).build();
    }

    public static ExportLogsServiceRequest logs(String service, LogRecord... records) {
        return ExportLogsServiceRequest.newBuilder().addResourceLogs(ResourceLogs.newBuilder()
                .setResource(resource(service))
                .addScopeLogs(ScopeLogs.newBuilder().addAllLogRecords(List.of(records)))).build();
    }

    public static KeyValue text(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value)).build();
    }

    public static ByteString id(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    public static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }

    private static Resource resource(String service) {
        return Resource.newBuilder().addAttributes(text("host.name", "here")).addAttributes(text("service.name", service)).build();
    }
}
