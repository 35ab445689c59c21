package dev.breakwater.shop.support.grpc;

import io.grpc.Status;

/// A call that is ended before it reaches the service.
final class CallRefusedException extends Exception {
    private final transient Status status;

    CallRefusedException(Status status) {
        super(status.getDescription());
        this.status = status;
    }

    Status status() {
        return status;
    }
}
