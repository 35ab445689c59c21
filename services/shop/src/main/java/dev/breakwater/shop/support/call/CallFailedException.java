package dev.breakwater.shop.support.call;

/// A call to another service got no good answer.
public final class CallFailedException extends RuntimeException {
    private final boolean timeout;

    private CallFailedException(String message, boolean timeout, Throwable cause) {
        super(message, cause);
        this.timeout = timeout;
    }

    static CallFailedException timeout(String peer, Throwable cause) {
        return new CallFailedException(peer + " did not answer in time", true, cause);
    }

    static CallFailedException because(String peer, Throwable cause) {
        return new CallFailedException(peer + " could not be called: " + cause.getClass().getSimpleName(), false, cause);
    }

    /// An answer that is none: a status that the caller cannot do anything with.
    public static CallFailedException status(String peer, int status) {
        String message = peer + " answered " + status;
        return new CallFailedException(message, false, new IllegalStateException(message));
    }

    public boolean isTimeout() {
        return timeout;
    }
}
