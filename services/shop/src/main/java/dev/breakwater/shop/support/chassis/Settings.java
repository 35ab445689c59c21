package dev.breakwater.shop.support.chassis;

import dev.breakwater.contract.Variables;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The environment variables of one service, read once at its start.
public record Settings(Map<String, String> variables) {
    private static final int MAX_PORT = 65_535;

    public Settings {
        variables = Map.copyOf(variables);
    }

    /// @throws MissingSettingException if it is not set
    public String text(String name) {
        return optional(name).orElseThrow(() -> new MissingSettingException("variable " + name + " is not set"));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /// A port to listen on; 0 lets the system choose.
    public int port(String name) {
        String value = text(name);
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new MissingSettingException("variable " + name + " must be a port from 0 to 65535, not '" + value + "'");
    }

    public URI uri(String name) {
        String value = text(name);
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            throw new MissingSettingException("variable " + name + " must be a URI: " + e.getMessage());
        }
    }

    /// The seed of the run; without one, one like any other.
    public long seed() {
        String value = optional(Variables.SEED).orElse("1");
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new MissingSettingException("variable " + Variables.SEED + " must be a whole number, not '" + value + "'");
        }
    }

    public String bindAddress() {
        return optional(Variables.BIND_ADDRESS).orElse("127.0.0.1");
    }
}
