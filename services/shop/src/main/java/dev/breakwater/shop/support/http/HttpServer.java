package dev.breakwater.shop.support.http;

import dev.breakwater.shop.support.telemetry.Metrics;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.webserver.websocket.WsUpgrader;
import java.time.Duration;

/// The HTTP server of a service: its API, and the control port.
public final class HttpServer implements AutoCloseable {
    static final int MAX_BODY_BYTES = 1 << 20;
    /// So much of a body that is too large is read all the same: who closes a connection with bytes unread resets it, and the sender may
    /// never see why.
    private static final long MAX_DRAINED_BYTES = 16L << 20;
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final String CONTROL = "control";

    private final Telemetry telemetry;
    private final Metrics metrics;
    private final String addresses;
    private final WebServer server;

    public HttpServer(Listener api, Listener control, Telemetry telemetry, Metrics metrics) {
        this.telemetry = telemetry;
        this.metrics = metrics;
        this.addresses = api.address() + ":" + api.port() + " and " + control.address() + ":" + control.port();
        var config = WebServer.builder().shutdownHook(false).featuresDiscoverServices(false);
        configure(config, api);
        config.putSocket(CONTROL, socket -> configure(socket, control));
        this.server = config.build();
    }

    /// @throws IllegalStateException if a port is taken
    public void start() {
        server.start();
        if (!server.isRunning()) { // it does not throw
            throw new IllegalStateException("cannot listen on " + addresses + ": is a port taken?");
        }
    }

    public int port() {
        return server.port();
    }

    private void configure(ListenerConfig.BuilderBase<?, ?> config, Listener listener) {
        Exchange exchange = new Exchange(listener.gate(), telemetry, metrics);
        WsConfig webSocket = WsConfig.create();
        WsRouting.Builder sockets = WsRouting.builder();
        listener.sockets().forEach(sockets::endpoint);
        config.host(listener.address()).port(listener.port()).shutdownGracePeriod(GRACE).maxPayloadSize(MAX_DRAINED_BYTES)
                .protocolsDiscoverServices(false)
                .addProtocol(webSocket)
                .addConnectionSelector(new CountingSelector(Http1ConnectionSelector.builder()
                        .config(Http1Config.create())
                        .addUpgrader(WsUpgrader.create(webSocket))
                        .build(), metrics))
                .directHandlers(jsonErrors())
                .addRouting(listener.routes().build(exchange))
                .addRouting(sockets);
    }

    /// What the server itself refuses, before any endpoint sees it, is answered in JSON too.
    private static DirectHandlers jsonErrors() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        DirectHandler asJson = (request, type, status, headers, message) -> DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .keepAlive(false)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .entity(Reply.error(status.code(), refusal(status.code())).body())
                .build();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, asJson);
        }
        return handlers.build();
    }

    /// Why a request is refused as such.
    static String refusal(int status) {
        return switch (status) {
            case 413 -> "body is larger than " + MAX_BODY_BYTES + " bytes";
            case 414, 431 -> "request line or headers are too long";
            case 500 -> "internal error";
            default -> "malformed request";
        };
    }

    @Override
    public void close() {
        server.stop();
    }
}
