package dev.breakwater.contract;

/// Names of HTTP, gRPC and AMQP headers.
public final class Headers {
    public static final String X_SERVICE = "X-Service";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String AUTHORIZATION = "Authorization";
    public static final String TRACEPARENT = "traceparent";

    /// AMQP: how often the message has been tried again; a whole number, missing at first.
    public static final String RETRY_COUNT = "x-retry-count";
    /// AMQP: why the last try failed.
    public static final String FAILURE = "x-failure";

    /// AMQP: from which queue it was put aside. RabbitMQ writes it where the queue sends dead letters; else the consumer does.
    public static final String FIRST_DEATH_QUEUE = "x-first-death-queue";

    private Headers() {}
}
