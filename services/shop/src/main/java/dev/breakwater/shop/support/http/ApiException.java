package dev.breakwater.shop.support.http;

import java.util.Map;

/// Ends a request with an error status and a sentence for the caller.
public final class ApiException extends RuntimeException {
    private final int status;
    private final Map<String, String> headers;

    public ApiException(int status, String message) {
        this(status, message, Map.of());
    }

    public ApiException(int status, String message, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    public static ApiException notFound(String message) {
        return new ApiException(404, message);
    }

    public int status() {
        return status;
    }

    /// As it is answered.
    public Reply reply() {
        return Reply.error(status, String.valueOf(getMessage())).with(headers);
    }
}
