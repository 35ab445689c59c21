package dev.breakwater.app.cli;

/// The user asked for something that cannot be; the message says what, and what was meant. Nothing was started.
final class BadInputException extends Exception {
    private static final long serialVersionUID = 1;

    BadInputException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
