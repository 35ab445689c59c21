package dev.breakwater.engine;

import dev.breakwater.contract.MessageKey;
import dev.breakwater.engine.environment.Addresses;
import java.net.InetSocketAddress;

/// How to reach the parts of a run from outside: direct addresses and secrets.
///
/// @param messageKey with which message bodies are encrypted, where that is wanted
/// @param controlToken what the services' control ports want
public record Access(Addresses addresses, InetSocketAddress otlpGrpc, InetSocketAddress otlpHttp, String controlToken, String jwtSecret,
        MessageKey messageKey) {
    /// Leaves the secrets out.
    @Override
    public String toString() {
        return "Access[%s, otlp %s and %s]".formatted(addresses.services().keySet(), otlpGrpc, otlpHttp);
    }
}
