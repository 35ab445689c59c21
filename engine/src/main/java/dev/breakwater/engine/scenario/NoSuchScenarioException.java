package dev.breakwater.engine.scenario;

/// What was named is neither a scenario nor a file; the message says what was meant, most likely.
public final class NoSuchScenarioException extends Exception {
    private static final long serialVersionUID = 1;

    public NoSuchScenarioException(String message) {
        super(message);
    }
}
