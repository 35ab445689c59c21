package dev.breakwater.engine.environment;

import java.net.URI;
import java.util.Map;
import java.util.OptionalInt;

/// Where everything listens, known before anything starts. Direct addresses, not those of links.
///
/// @param brokers `rabbitmq`, `redis`, `mongodb` → URI with credentials, ready for any client
/// @param services name of the service → its ports on 127.0.0.1
public record Addresses(Map<String, URI> brokers, Map<String, Ports> services) {
    public static final String RABBITMQ = "rabbitmq";
    public static final String REDIS = "redis";
    public static final String MONGODB = "mongodb";

    public Addresses {
        brokers = Map.copyOf(brokers);
        services = Map.copyOf(services);
    }

    /// The ports of one service.
    public record Ports(int http, OptionalInt grpc, int control) {}
}
