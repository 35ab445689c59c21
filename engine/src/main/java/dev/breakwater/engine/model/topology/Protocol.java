package dev.breakwater.engine.model.topology;

/// How two nodes talk, and so the colour of what moves between them.
public enum Protocol {
    REST("REST"),
    GRPC("gRPC"),
    RABBITMQ("RabbitMQ"),
    REDIS_STREAMS("Redis Streams"),
    MONGODB("MongoDB"),
    WEBSOCKET("WebSocket");

    private final String title;

    Protocol(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
