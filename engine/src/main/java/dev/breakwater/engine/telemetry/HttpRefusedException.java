package dev.breakwater.engine.telemetry;

/// A request is answered with an error status before its content is looked at.
final class HttpRefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;

    HttpRefusedException(int status, String why) {
        super(why);
        this.status = status;
    }

    int status() {
        return status;
    }
}
