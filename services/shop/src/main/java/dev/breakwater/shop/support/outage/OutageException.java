package dev.breakwater.shop.support.outage;

/// A broker, database or service does not answer for now. Nothing is wrong with the request or message: try again later.
public final class OutageException extends RuntimeException {
    private final String dependency;

    public OutageException(String dependency, Throwable cause) {
        super(dependency + " does not answer: " + cause.getMessage(), cause);
        this.dependency = dependency;
    }

    public String dependency() {
        return dependency;
    }
}
