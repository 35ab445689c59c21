package dev.breakwater.shop.support.auth;

/// A token that is not accepted. The message is `Token expired` or `Invalid token`: callers match on these words.
public final class InvalidTokenException extends Exception {
    private InvalidTokenException(String message) {
        super(message);
    }

    static InvalidTokenException expired() {
        return new InvalidTokenException("Token expired");
    }

    /// Missing, malformed, wrongly signed: whoever sends such a token learns no more than this.
    static InvalidTokenException invalid() {
        return new InvalidTokenException("Invalid token");
    }
}
