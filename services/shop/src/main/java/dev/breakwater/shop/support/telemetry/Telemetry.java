package dev.breakwater.shop.support.telemetry;

import static dev.breakwater.contract.Attributes.EVENT_FIGURE;
import static dev.breakwater.contract.Attributes.FIGURE;
import static dev.breakwater.contract.Attributes.FIGURE_LABEL;
import static dev.breakwater.contract.Attributes.FIGURE_UNIT;
import static dev.breakwater.contract.Attributes.FIGURE_VALUE;

import dev.breakwater.contract.Figure;
import dev.breakwater.contract.SwitchNames;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The traces and log events of one service, sent by OTLP/gRPC to each endpoint by a queue and a thread of its own, so that one that is
/// slow or away holds up no other. Without an endpoint they go nowhere.
public final class Telemetry implements AutoCloseable {
    /// Short, so that whoever watches sees a message move while it moves.
    private static final Duration BATCH_DELAY = Duration.ofMillis(150);
    private static final Duration EXPORT_TIMEOUT = Duration.ofSeconds(2);
    private static final int QUEUE_SIZE = 8192;

    private final SdkTracerProvider tracers;
    private final SdkLoggerProvider loggers;
    private final Tracer tracer;
    private final Logger logger;
    private final Supplier<String> traceContext;

    /// @param endpoints of the collectors, for example `http://127.0.0.1:4317`
    /// @param traceContext [SwitchNames#ROBUST] or [SwitchNames#NAIVE]: whether messages carry the trace
    public static Telemetry start(String service, List<String> endpoints, Supplier<String> traceContext) {
        return new Telemetry(service,
                endpoints.stream().map(url -> OtlpGrpcSpanExporter.builder().setEndpoint(url).setTimeout(EXPORT_TIMEOUT).build()).toList(),
                endpoints.stream().map(url -> OtlpGrpcLogRecordExporter.builder().setEndpoint(url).setTimeout(EXPORT_TIMEOUT).build())
                        .toList(), traceContext);
    }

    /// As [#start], to other exporters.
    public Telemetry(String service, List<? extends SpanExporter> spans, List<? extends LogRecordExporter> logs,
            Supplier<String> traceContext) {
        this.traceContext = traceContext;
        Resource resource = Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service,
                AttributeKey.longKey("process.pid"), ProcessHandle.current().pid()));
        var tracerBuilder = SdkTracerProvider.builder().setResource(resource);
        spans.forEach(exporter -> tracerBuilder.addSpanProcessor(BatchSpanProcessor.builder(exporter)
                .setScheduleDelay(BATCH_DELAY).setExporterTimeout(EXPORT_TIMEOUT).setMaxQueueSize(QUEUE_SIZE).build()));
        var loggerBuilder = SdkLoggerProvider.builder().setResource(resource);
        logs.forEach(exporter -> loggerBuilder.addLogRecordProcessor(BatchLogRecordProcessor.builder(exporter)
                .setScheduleDelay(BATCH_DELAY).setExporterTimeout(EXPORT_TIMEOUT).setMaxQueueSize(QUEUE_SIZE).build()));
        this.tracers = tracerBuilder.build();
        this.loggers = loggerBuilder.build();
        this.tracer = tracers.get("dev.breakwater.shop");
        this.logger = loggers.get("dev.breakwater.shop");
    }

    /// A span below the current context.
    public SpanBuilder span(SpanKind kind, String name) {
        return tracer.spanBuilder(name).setSpanKind(kind);
    }

    /// A span below `parent`.
    public SpanBuilder span(SpanKind kind, String name, Context parent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(parent);
    }

    /// What a message that `span` tells of carries of its trace: the value of `traceparent`. Naive: nothing, so that whoever takes it
    /// begins a trace of its own.
    public String carried(Span span) {
        return traceContext.get().equals(SwitchNames.NAIVE) ? "" : TraceContext.traceparent(Context.current().with(span));
    }

    /// A log event in the current context.
    public void event(String name, Attributes attributes) {
        LogRecordBuilder event = logger.logRecordBuilder().setEventName(name).setSeverity(Severity.INFO);
        event.setBody(name).setAllAttributes(attributes).setAttribute("event.name", name).emit();
    }

    /// Tells one observation of what is special about a pattern.
    ///
    /// @param label what was observed: one of few
    /// @param value in the figure's unit; 1 where it is counted
    public void figure(Figure figure, String label, double value) {
        event(EVENT_FIGURE, Attributes.builder().put(FIGURE, figure.name()).put(FIGURE_UNIT, figure.unit())
                .put(FIGURE_LABEL, label).put(FIGURE_VALUE, value).build());
    }

    /// Marks the span as failed; whoever started it ends it.
    public static void fail(Span span, String why) {
        span.setStatus(StatusCode.ERROR, why);
        span.setAttribute("error.type", why);
    }

    /// Sends what is left, for a second at most: a dead collector must not hold up the end.
    @Override
    public void close() {
        CompletableResultCode.ofAll(List.of(tracers.shutdown(), loggers.shutdown())).join(1, TimeUnit.SECONDS);
    }
}
