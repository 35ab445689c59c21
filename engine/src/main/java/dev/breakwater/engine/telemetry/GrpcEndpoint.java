package dev.breakwater.engine.telemetry;

import com.google.protobuf.Message;
import dev.breakwater.engine.telemetry.otlp.Decoded;
import dev.breakwater.engine.telemetry.otlp.MalformedOtlpException;
import dev.breakwater.engine.telemetry.otlp.Signal;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// OTLP over gRPC. Answers on the connection's own thread: reading a request never waits.
final class GrpcEndpoint implements AutoCloseable {
    private static final int CALLS_PER_CONNECTION = 64;
    private static final int CLOSE_SECONDS = 2;

    /// A message as it came, or why it could not be received.
    private static final class Received {
        final byte[] bytes;
        final @Nullable Status refusal;

        Received(byte[] bytes, @Nullable Status refusal) {
            this.bytes = bytes;
            this.refusal = refusal;
        }
    }

    private final Server server;

    private GrpcEndpoint(Server server) {
        this.server = server;
    }

    static GrpcEndpoint open(InetSocketAddress bind, OtlpSink sink) throws IOException {
        Server server = NettyServerBuilder.forAddress(bind)
                .directExecutor()
                .maxInboundMessageSize(OtlpReceiver.MAX_BYTES)
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
                .addService(service(TraceServiceGrpc.SERVICE_NAME, TraceServiceGrpc.getExportMethod(),
                        ExportTraceServiceResponse.getDefaultInstance(), Signal.TRACES, sink))
                .addService(service(LogsServiceGrpc.SERVICE_NAME, LogsServiceGrpc.getExportMethod(),
                        ExportLogsServiceResponse.getDefaultInstance(), Signal.LOGS, sink))
                .addService(service(MetricsServiceGrpc.SERVICE_NAME, MetricsServiceGrpc.getExportMethod(),
                        ExportMetricsServiceResponse.getDefaultInstance(), Signal.METRICS, sink))
                .build();
        return new GrpcEndpoint(server.start());
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getListenSockets().getFirst();
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            if (!server.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException stopWaiting) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /// The generated service would parse each message into a tree of objects first; this one gets the bytes.
    private static <R extends Message> ServerServiceDefinition service(
            String name, MethodDescriptor<?, R> method, R response, Signal signal, OtlpSink sink) {
        MethodDescriptor<Received, Message> onBytes = MethodDescriptor.<Received, Message>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(method.getFullMethodName())
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(ProtoUtils.marshaller((Message) response))
                .build();
        return ServerServiceDefinition.builder(name)
                .addMethod(onBytes, ServerCalls.asyncUnaryCall((received, answer) -> answer(received, signal, sink, answer)))
                .build();
    }

    private static void answer(Received received, Signal signal, OtlpSink sink, StreamObserver<Message> answer) {
        try {
            if (received.refusal != null) {
                throw received.refusal.asRuntimeException();
            }
            Decoded taken = sink.take(signal, received.bytes);
            answer.onNext(signal.response(taken));
            answer.onCompleted();
        } catch (MalformedOtlpException malformed) {
            sink.countMalformed();
            answer.onError(Status.INVALID_ARGUMENT.withDescription(malformed.getMessage()).asRuntimeException());
        } catch (StatusRuntimeException refused) {
            sink.countMalformed();
            answer.onError(refused);
        }
    }

    /// Hands over the message unread.
    private static final class Bytes implements MethodDescriptor.Marshaller<Received> {
        private static final byte[] NONE = {};

        @Override
        public Received parse(InputStream stream) {
            try (stream) {
                // one array of the right size; what comes packed does not tell its length
                byte[] message = stream instanceof KnownLength ? stream.readNBytes(stream.available()) : stream.readAllBytes();
                return new Received(message, null);
            } catch (StatusRuntimeException tooLarge) {
                return new Received(NONE, tooLarge.getStatus());
            } catch (IOException broken) {
                return new Received(NONE, Status.INVALID_ARGUMENT.withDescription("cannot be unpacked").withCause(broken));
            }
        }

        @Override
        public InputStream stream(Received never) {
            throw new UnsupportedOperationException("requests are only received");
        }
    }
}
