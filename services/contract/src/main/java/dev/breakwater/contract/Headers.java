package dev.breakwater.contract;

/// Names of HTTP, gRPC and AMQP headers.
public final class Headers {
    public static final String X_SERVICE = "X-Service";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String AUTHORIZATION = "Authorization";
    public static final String TRACEPARENT = "traceparent";

    private Headers() {}
}
