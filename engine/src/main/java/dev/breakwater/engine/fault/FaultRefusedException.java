package dev.breakwater.engine.fault;

/// An order that cannot be carried out as it was given; the message says what was meant, most likely. Nothing was injected.
public final class FaultRefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public FaultRefusedException(String message) {
        super(message);
    }
}
