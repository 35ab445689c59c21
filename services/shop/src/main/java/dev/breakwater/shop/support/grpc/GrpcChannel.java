package dev.breakwater.shop.support.grpc;

import dev.breakwater.contract.Headers;
import dev.breakwater.shop.support.auth.Tokens;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import dev.breakwater.shop.support.telemetry.TraceContext;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ConnectivityState;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;

/// A channel to another service: finds out within seconds that the other side is gone, and connects again at the next call.
/// Each call carries the trace and a service token.
public final class GrpcChannel implements AutoCloseable {
    private static final int KEEPALIVE_SECONDS = 5;
    private static final int KEEPALIVE_TIMEOUT_SECONDS = 2;
    private static final Metadata.Key<String> CALLER = Metadata.Key.of(Headers.X_SERVICE, Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;
    private final Channel told;

    /// @param target host:port
    /// @param peer name of the service there
    public GrpcChannel(String target, String caller, String peer, Tokens tokens, Telemetry telemetry) {
        this.channel = NettyChannelBuilder.forTarget("dns:///" + target)
                .usePlaintext()
                .keepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEPALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .build();
        this.told = ClientInterceptors.intercept(channel, new Caller(caller, peer, tokens, telemetry));
    }

    /// For a stub. A channel that is waiting out its growing back-off is told to try now.
    public Channel channel() {
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
        }
        return told;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    /// Adds token and trace, and tells of the call in a span.
    private record Caller(String caller, String peer, Tokens tokens, Telemetry telemetry) implements ClientInterceptor {
        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            Span span = telemetry.span(SpanKind.CLIENT, method.getFullMethodName())
                    .setAttribute("rpc.system", "grpc")
                    .setAttribute("rpc.service", String.valueOf(method.getServiceName()))
                    .setAttribute("rpc.method", String.valueOf(method.getBareMethodName()))
                    .setAttribute("peer.service", peer)
                    .startSpan();
            return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void start(Listener<A> listener, Metadata headers) {
                    headers.put(CallGate.TRACEPARENT, TraceContext.traceparent(Context.current().with(span)));
                    headers.put(CallGate.AUTHORIZATION, tokens.bearer());
                    headers.put(CALLER, caller);
                    super.start(new Ending<>(listener, span), headers);
                }

                @Override
                public void sendMessage(Q message) {
                    MessageAttributes.body(span, message.toString());
                    super.sendMessage(message);
                }
            };
        }
    }

    /// Ends the span with the call.
    private static final class Ending<A> extends SimpleForwardingClientCallListener<A> {
        private final Span span;

        Ending(ClientCall.Listener<A> listener, Span span) {
            super(listener);
            this.span = span;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            span.setAttribute("rpc.grpc.status_code", status.getCode().value());
            if (!status.isOk()) {
                Telemetry.fail(span, status.getCode() + ": " + status.getDescription());
            }
            span.end();
            super.onClose(status, trailers);
        }
    }
}
