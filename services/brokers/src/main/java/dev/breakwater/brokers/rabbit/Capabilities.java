package dev.breakwater.brokers.rabbit;

import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.server.plugin.ConnectionPropertyEnricher;
import org.apache.qpid.server.transport.AMQPConnection;

/// Qpid plugin: the server capabilities that RabbitMQ's clients look for. Some refuse publisher confirms without them.
public final class Capabilities implements ConnectionPropertyEnricher {
    static final String TYPE = "RABBITMQ_CAPABILITIES";
    private static final Map<String, Object> OFFERED =
            Map.of("publisher_confirms", true, "basic.nack", true, "consumer_cancel_notify", true, "direct_reply_to", true);

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public Map<String, Object> addConnectionProperties(AMQPConnection<?> connection, Map<String, Object> existing) {
        Map<String, Object> properties = new HashMap<>(existing);
        properties.put("capabilities", OFFERED);
        return properties;
    }
}
