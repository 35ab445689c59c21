package dev.breakwater.engine.audit;

/// A broker could not be read just now: an outcome like any other, for it may be paused or killed by a fault.
public final class BrokerUnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    BrokerUnreadableException(String broker, Throwable cause) {
        super("cannot read %s: %s".formatted(broker, reason(cause)), cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.lines().findFirst().orElse("");
    }
}
