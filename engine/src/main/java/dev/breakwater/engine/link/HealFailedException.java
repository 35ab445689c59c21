package dev.breakwater.engine.link;

/// A fault is still in force, or its target did not come back; healing may be tried again.
public final class HealFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public HealFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
