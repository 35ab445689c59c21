package dev.breakwater.engine.telemetry;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/// Sends ready-made requests over gRPC, a few at a time, as fast as they are answered or at a given rate.
final class BenchmarkSender {
    private static final MethodDescriptor<byte[], Boolean> EXPORT = MethodDescriptor.newBuilder(new Raw(), new Ignored())
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(TraceServiceGrpc.getExportMethod().getFullMethodName()).build();

    private final ManagedChannel channel;
    private final int spansPerSecond;
    private final BlockingQueue<BenchmarkSpans> idle = new LinkedBlockingQueue<>();

    /// @param spansPerSecond 0 for as many as possible
    BenchmarkSender(ManagedChannel channel, int inFlight, int spansPerSecond) {
        this.channel = channel;
        this.spansPerSecond = spansPerSecond;
        for (int i = 0; i < inFlight; i++) {
            idle.add(new BenchmarkSpans(i));
        }
    }

    /// Answers with the number of spans that were sent and answered.
    long send(Duration duration) throws InterruptedException {
        int requests = idle.size();
        long begun = System.nanoTime();
        long sent = 0;
        while (System.nanoTime() - begun < duration.toNanos()) {
            BenchmarkSpans spans = idle.take();
            ClientCalls.asyncUnaryCall(channel.newCall(EXPORT, CallOptions.DEFAULT), spans.next(InstantSource.system().instant()),
                    new Answer(spans));
            sent += BenchmarkSpans.SPANS;
            if (spansPerSecond > 0) {
                LockSupport.parkNanos(begun + sent * 1_000_000_000L / spansPerSecond - System.nanoTime());
            }
        }
        for (int i = 0; i < requests; i++) {
            idle.take();
        }
        return sent;
    }

    private final class Answer implements StreamObserver<Boolean> {
        private final BenchmarkSpans spans;

        Answer(BenchmarkSpans spans) {
            this.spans = spans;
        }

        @Override
        public void onNext(Boolean answered) {}

        @Override
        public void onError(Throwable broken) {
            throw new IllegalStateException("the receiver refused a good request", broken);
        }

        @Override
        public void onCompleted() {
            idle.add(spans);
        }
    }

    private static final class Raw implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] request) {
            return new ByteArrayInputStream(request);
        }

        @Override
        public byte[] parse(InputStream stream) {
            throw new UnsupportedOperationException("requests are only sent");
        }
    }

    private static final class Ignored implements MethodDescriptor.Marshaller<Boolean> {
        @Override
        public InputStream stream(Boolean value) {
            throw new UnsupportedOperationException("responses are only received");
        }

        @Override
        public Boolean parse(InputStream stream) {
            return true;
        }
    }
}
