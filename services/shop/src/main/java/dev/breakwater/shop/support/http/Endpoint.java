package dev.breakwater.shop.support.http;

/// Answers a request. Blocking is fine: each request has a virtual thread of its own.
@FunctionalInterface
public interface Endpoint {
    /// @throws ApiException for every answer that is an error
    /// @throws dev.breakwater.shop.support.json.FieldException for a bad field: answered with 400
    /// @throws dev.breakwater.shop.support.outage.OutageException if something that is needed does not answer: 503
    Reply answer(Request request) throws InterruptedException;
}
