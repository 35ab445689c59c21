package dev.breakwater.shop.support.grpc;

import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.outage.OutageException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/// What goes wrong, in gRPC's words.
public final class GrpcStatus {
    private GrpcStatus() {}

    /// For the caller: `INVALID_ARGUMENT` with the field's name, `UNAVAILABLE` for an outage, `INTERNAL` for the rest.
    public static StatusRuntimeException of(RuntimeException e) {
        return switch (e) {
            case StatusRuntimeException status -> status;
            case FieldException field -> Status.INVALID_ARGUMENT.withDescription(field.getMessage()).asRuntimeException();
            case OutageException outage ->
                    Status.UNAVAILABLE.withDescription(outage.dependency() + " does not answer").asRuntimeException();
            default -> Status.INTERNAL.withDescription("internal error").withCause(e).asRuntimeException();
        };
    }

    /// The nearest relative of an HTTP status.
    static Status ofHttp(int status) {
        return switch (status) {
            case 400 -> Status.INVALID_ARGUMENT;
            case 401 -> Status.UNAUTHENTICATED;
            case 403 -> Status.PERMISSION_DENIED;
            case 404 -> Status.NOT_FOUND;
            case 409 -> Status.ABORTED;
            case 429 -> Status.RESOURCE_EXHAUSTED;
            case 500 -> Status.INTERNAL;
            case 504 -> Status.DEADLINE_EXCEEDED;
            default -> Status.UNAVAILABLE;
        };
    }
}
