package dev.breakwater.contract;

import java.util.Map;

/// Environment variables by which a service is told where everything is. Addresses may be those of links.
public final class Variables {
    public static final String HTTP_PORT = "HTTP_PORT";
    public static final String GRPC_PORT = "GRPC_PORT";
    public static final String CONTROL_PORT = "CONTROL_PORT";
    public static final String CONTROL_TOKEN = "CONTROL_TOKEN";
    public static final String BIND_ADDRESS = "BIND_ADDRESS";
    public static final String RABBITMQ_URI = "RABBITMQ_URI";
    public static final String REDIS_URI = "REDIS_URI";
    public static final String MONGODB_URI = "MONGODB_URI";
    public static final String USER_SERVICE_URL = "USER_SERVICE_URL";
    public static final String PROJECTION_URL = "ORDER_PROJECTION_URL";
    /// host:port of the payment service's gRPC server.
    public static final String PAYMENT_SERVICE_ADDRESS = "PAYMENT_SERVICE_ADDRESS";
    /// The seed of the run: what is left to chance is drawn from it.
    public static final String SEED = "SEED";
    /// The name of this process, where a service runs in several; that of the service otherwise.
    public static final String INSTANCE = "INSTANCE";
    /// With which message bodies are encrypted, where that is wanted: a Fernet key.
    public static final String MESSAGE_KEY = "MESSAGE_KEY";
    public static final String JWT_SECRET = "JWT_SECRET";
    public static final String OTLP_ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    /// Another collector, which is sent the same; that it is slow or away does not concern the first.
    public static final String OTLP_SECOND_ENDPOINT = "OTEL_EXPORTER_OTLP_SECOND_ENDPOINT";
    /// The process ends by itself when this process is gone.
    public static final String PARENT_PID = "PARENT_PID";
    /// First value of a switch: this prefix and the switch's name in capitals, `-` and `.` as `_`
    /// (`breaker.open-millis` is `SWITCH_BREAKER_OPEN_MILLIS`).
    public static final String SWITCH_PREFIX = "SWITCH_";
    /// Marks every process of one lab, so that leftovers are found.
    public static final String RUN_MARK = "BREAKWATER_RUN";

    /// Of every service that another one calls: the variable that tells where it is. The others are reached by messages alone.
    public static final Map<String, String> OF_CALLED = Map.of(Services.USER, USER_SERVICE_URL, Services.PROJECTION, PROJECTION_URL,
            Services.PAYMENT, PAYMENT_SERVICE_ADDRESS);

    private Variables() {}
}
