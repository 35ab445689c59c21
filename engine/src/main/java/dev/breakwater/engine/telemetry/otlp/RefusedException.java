package dev.breakwater.engine.telemetry.otlp;

/// One span or log record cannot be used; the others of its request can.
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    /// Without a stack trace: a flood of bad spans must stay cheap.
    RefusedException(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
