package dev.breakwater.shop.support.grpc;

import dev.breakwater.shop.support.telemetry.MessageAttributes;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.opentelemetry.api.trace.Span;

/// Puts what is asked on the call's span.
final class BodyTold implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onMessage(Q message) {
                MessageAttributes.body(Span.current(), message.toString());
                super.onMessage(message);
            }
        };
    }
}
