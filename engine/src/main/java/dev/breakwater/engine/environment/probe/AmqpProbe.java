package dev.breakwater.engine.environment.probe;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// Opens an AMQP connection and a channel with the run's credentials, and closes them.
public record AmqpProbe(URI uri) implements Probe {
    @Override
    public Readiness ask() throws IOException {
        try (Connection connection = factory().newConnection("breakwater ready?")) {
            connection.createChannel().abort();
            Map<String, Object> server = connection.getServerProperties();
            return new Readiness.Ready(text(server, "product") + " " + text(server, "version"));
        } catch (TimeoutException e) {
            throw new IOException("no AMQP handshake within " + Loopback.TIMEOUT_MILLIS + " ms", e);
        }
    }

    private ConnectionFactory factory() {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(uri);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(Loopback.TIMEOUT_MILLIS);
        factory.setHandshakeTimeout(Loopback.TIMEOUT_MILLIS);
        return factory;
    }

    private static String text(Map<String, Object> properties, String name) {
        return Objects.toString(properties.get(name), "");
    }
}
