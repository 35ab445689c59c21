package dev.breakwater.shop.support.grpc;

import dev.breakwater.contract.Headers;
import dev.breakwater.shop.support.auth.InvalidTokenException;
import dev.breakwater.shop.support.auth.Tokens;
import dev.breakwater.shop.support.control.CallFaults;
import dev.breakwater.shop.support.telemetry.Metrics;
import dev.breakwater.shop.support.telemetry.Telemetry;
import dev.breakwater.shop.support.telemetry.TraceContext;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.OptionalInt;

/// What happens around every gRPC call: trace, metrics, the token if one is sent, call faults.
final class CallGate implements ServerInterceptor {
    static final Metadata.Key<String> TRACEPARENT = Metadata.Key.of(Headers.TRACEPARENT, Metadata.ASCII_STRING_MARSHALLER);
    static final Metadata.Key<String> AUTHORIZATION = Metadata.Key.of(Headers.AUTHORIZATION, Metadata.ASCII_STRING_MARSHALLER);

    private final Tokens tokens;
    private final CallFaults faults;
    private final Telemetry telemetry;
    private final Metrics metrics;

    CallGate(Tokens tokens, CallFaults faults, Telemetry telemetry, Metrics metrics) {
        this.tokens = tokens;
        this.faults = faults;
        this.telemetry = telemetry;
        this.metrics = metrics;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String method = call.getMethodDescriptor().getFullMethodName();
        if (method.startsWith("grpc.")) {
            return next.startCall(call, headers); // health and reflection: open to everyone, told to no one
        }
        long start = System.nanoTime();
        Span span = startSpan(method, headers);
        ServerCall<Q, A> told = new SimpleForwardingServerCall<>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
                end(span, method, status, start);
                super.close(status, trailers);
            }
        };
        try {
            refusal(headers, method);
        } catch (CallRefusedException e) {
            told.close(e.status(), new Metadata());
            return new ServerCall.Listener<>() {};
        }
        Context context = Context.current().with(span);
        try (Scope _ = context.makeCurrent()) {
            return new InContext<>(next.startCall(told, headers), context);
        }
    }

    private void refusal(Metadata headers, String method) throws CallRefusedException {
        try {
            String token = headers.get(AUTHORIZATION);
            if (token != null) {
                tokens.verify(token);
            }
            OptionalInt fault = faults.strike(method);
            if (fault.isPresent()) {
                throw new CallRefusedException(GrpcStatus.ofHttp(fault.getAsInt()).withDescription("injected fault"));
            }
        } catch (InvalidTokenException e) {
            throw new CallRefusedException(Status.UNAUTHENTICATED.withDescription(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallRefusedException(Status.UNAVAILABLE.withDescription("shutting down"));
        }
    }

    private Span startSpan(String method, Metadata headers) {
        int slash = method.indexOf('/');
        return telemetry.span(SpanKind.SERVER, method, TraceContext.context(headers.get(TRACEPARENT)))
                .setAttribute("rpc.system", "grpc")
                .setAttribute("rpc.service", method.substring(0, slash))
                .setAttribute("rpc.method", method.substring(slash + 1))
                .startSpan();
    }

    private void end(Span span, String method, Status status, long start) {
        metrics.answered("gRPC", method, Duration.ofNanos(System.nanoTime() - start));
        span.setAttribute("rpc.grpc.status_code", status.getCode().value());
        if (!status.isOk()) {
            Telemetry.fail(span, status.getCode() + ": " + status.getDescription());
        }
        span.end();
    }

    /// Makes the span current wherever gRPC calls back.
    private static final class InContext<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Context context;

        InContext(ServerCall.Listener<Q> listener, Context context) {
            super(listener);
            this.context = context;
        }

        @Override
        public void onMessage(Q message) {
            context.wrap(() -> super.onMessage(message)).run();
        }

        @Override
        public void onHalfClose() {
            context.wrap(super::onHalfClose).run();
        }
    }
}
