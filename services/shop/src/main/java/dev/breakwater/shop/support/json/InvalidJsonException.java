package dev.breakwater.shop.support.json;

import org.jspecify.annotations.Nullable;

/// The text is not a JSON object. The message says why, fit for whoever sent it.
public final class InvalidJsonException extends RuntimeException {
    public InvalidJsonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
