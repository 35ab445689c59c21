package dev.breakwater.engine.model.fact;

/// The role of a span, as OpenTelemetry names it.
public enum SpanKind {
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
}
