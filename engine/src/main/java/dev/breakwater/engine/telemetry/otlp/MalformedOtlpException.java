package dev.breakwater.engine.telemetry.otlp;

/// The bytes are not what they were said to be; nothing of the request was taken.
public final class MalformedOtlpException extends Exception {
    private static final long serialVersionUID = 1;

    public MalformedOtlpException(String what) {
        super(what);
    }

    public MalformedOtlpException(String what, Throwable cause) {
        super(what, cause);
    }
}
