package dev.breakwater.shop.support.chassis;

/// A variable is not set or makes no sense. The message says which, and what it is for.
public final class MissingSettingException extends RuntimeException {
    public MissingSettingException(String message) {
        super(message);
    }
}
