package dev.breakwater.shop.support.call;

import java.util.Map;

/// What another service answered.
///
/// @param headers that whoever passes the answer on must not drop: `Retry-After`, if there is one
public record Answer(int status, String body, Map<String, String> headers) {
    public Answer {
        headers = Map.copyOf(headers);
    }
}
