package dev.breakwater.shop.support.http;

/// Stands before every endpoint: lets a request pass, holds it up, or ends it with an [ApiException].
@FunctionalInterface
public interface Gate {
    /// @param route path with placeholders
    /// @param open true if the route wants no token
    void pass(String route, boolean open, Request request) throws InterruptedException;
}
