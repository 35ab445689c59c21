package dev.breakwater.shop.support.http;

import dev.breakwater.shop.support.telemetry.Metrics;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;

/// Counts the connections that another selector opens, for the gauge `active_connections`.
final class CountingSelector implements ServerConnectionSelector {
    private final ServerConnectionSelector selector;
    private final Metrics metrics;

    CountingSelector(ServerConnectionSelector selector, Metrics metrics) {
        this.selector = selector;
        this.metrics = metrics;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return selector.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return selector.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return selector.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new Counted(selector.connection(context), metrics);
    }

    private record Counted(ServerConnection connection, Metrics metrics) implements ServerConnection {
        @Override
        public void handle(Limit limit) throws InterruptedException {
            metrics.connectionOpened();
            try {
                connection.handle(limit);
            } finally {
                metrics.connectionClosed();
            }
        }

        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt);
        }
    }
}
