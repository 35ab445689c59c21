package dev.breakwater.brokers;

import dev.breakwater.contract.BrokerVariables;
import java.nio.file.Path;
import java.util.Map;

/// What a broker is told by its environment variables, read once at the start of its `main`.
public record Setting(int port, Path folder, String user, String password) {
    /// Ends the process with exit code 2 and one clear line when a variable is missing or makes no sense.
    public static Setting ofProcess() {
        try {
            return of(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().exit(2);
            throw e;
        }
    }

    /// @throws IllegalArgumentException that names the variable
    static Setting of(Map<String, String> variables) {
        return new Setting(
                port(required(variables, BrokerVariables.PORT)),
                Path.of(required(variables, BrokerVariables.FOLDER)).toAbsolutePath(),
                variables.getOrDefault(BrokerVariables.USER, ""),
                variables.getOrDefault(BrokerVariables.PASSWORD, ""));
    }

    private static String required(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) throw new IllegalArgumentException("the environment variable " + name + " is not set");
        return value;
    }

    private static int port(String text) {
        if (text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= 65535) return Integer.parseInt(text);
        throw new IllegalArgumentException(BrokerVariables.PORT + " has to be a port from 1 to 65535, not '" + text + "'");
    }
}
