package dev.breakwater.shop.support.http;

import io.helidon.websocket.WsListener;
import java.util.Map;
import java.util.function.Supplier;

/// One address on which a service answers.
///
/// @param port 0 lets the system choose
/// @param sockets path → makes the listener of each WebSocket that is opened there
public record Listener(String address, int port, Routes routes, Gate gate, Map<String, Supplier<WsListener>> sockets) {
    public Listener {
        sockets = Map.copyOf(sockets);
    }
}
