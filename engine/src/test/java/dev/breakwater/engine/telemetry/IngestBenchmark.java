package dev.breakwater.engine.telemetry;

import com.sun.management.OperatingSystemMXBean;
import dev.breakwater.engine.model.run.RunSnapshot;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/// How fast telemetry is taken in, against a gRPC receiver that parses each request with the generated classes and throws it away; in turn,
/// in one process, over loopback. Ours decodes, folds, keeps traces, and builds snapshots that a reader pulls sixty times a second.
///
/// The command and the last figures stand in `docs/benchmarks-ingest.md`.
public final class IngestBenchmark {
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int REPEATS = 9;
    private static final int WARM_UP = 4;
    private static final int IN_FLIGHT = 4;
    private static final int PACED_RATE = 5_000;
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /// One round: spans taken a second, CPU time of the whole process a span (sender included), spans left out.
    private record Round(double spansPerSecond, double cpuMicrosPerSpan, double cores, long dropped) {}

    private IngestBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int repeats = arguments.length > 0 ? Integer.parseInt(arguments[0]) : REPEATS;
        System.out.printf("one request: %d spans, %d bytes%n", BenchmarkSpans.SPANS, new BenchmarkSpans(0).length());
        for (int rate : new int[] {0, PACED_RATE}) {
            List<Round> discarding = new ArrayList<>();
            List<Round> ours = new ArrayList<>();
            for (int i = -WARM_UP; i < repeats; i++) {
                Round parsed = discarding(rate);
                Round folded = ours(rate);
                System.out.printf(Locale.ROOT, "%2d  discarding %s%n    ours       %s%n", i, parsed, folded);
                if (i >= 0) {
                    discarding.add(parsed);
                    ours.add(folded);
                }
            }
            System.out.println(rate == 0 ? "== as fast as possible" : "== at " + rate + " spans a second");
            report("spans a second", discarding, ours, Round::spansPerSecond);
            report("CPU µs a span", discarding, ours, Round::cpuMicrosPerSpan);
            report("cores", discarding, ours, Round::cores);
            System.out.println("left out by ours: " + ours.stream().mapToLong(Round::dropped).sum());
        }
    }

    private static void report(String what, List<Round> discarding, List<Round> ours, ToDoubleFunction<Round> figure) {
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(discarding.get(i));
        }
        System.out.printf(Locale.ROOT, "%-16s discarding %s   ours %s   ratio %s%n", what,
                spread(discarding.stream().mapToDouble(figure).toArray()), spread(ours.stream().mapToDouble(figure).toArray()),
                spread(ratios));
    }

    /// Median (least to greatest).
    private static String spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return "%.2f (%.2f to %.2f)".formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    private static Round discarding(int rate) throws IOException, InterruptedException {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).directExecutor()
                .maxInboundMessageSize(OtlpReceiver.MAX_BYTES).addService(new Discarding()).build().start();
        try {
            return round((InetSocketAddress) server.getListenSockets().getFirst(), rate, () -> 0);
        } finally {
            server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    private static Round ours(int rate) throws IOException, InterruptedException {
        try (FactIntake intake = new FactIntake(InstantSource.system());
                OtlpReceiver receiver = OtlpReceiver.open(InetAddress.getLoopbackAddress(), 0, 0, intake, InstantSource.system())) {
            Thread reader = Thread.ofPlatform().daemon().start(() -> pull(intake));
            try {
                return round(receiver.grpcAddress(), rate, () -> {
                    RunSnapshot all = intake.settled();
                    return all.dropped().facts();
                });
            } finally {
                reader.interrupt();
            }
        }
    }

    private static void pull(FactIntake intake) {
        long versions = 0;
        try {
            while (versions >= 0) {
                versions += intake.snapshot().version();
                Thread.sleep(16);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the round: waits until all is taken in and tells how many spans were left out.
    private interface Settle {
        long dropped() throws InterruptedException;
    }

    private static Round round(InetSocketAddress address, int rate, Settle settle) throws InterruptedException {
        ManagedChannel channel = NettyChannelBuilder.forAddress(address).usePlaintext().directExecutor().build();
        try {
            BenchmarkSender sender = new BenchmarkSender(channel, IN_FLIGHT, rate);
            long cpu = PROCESS.getProcessCpuTime();
            long begun = System.nanoTime();
            long sent = sender.send(ROUND);
            long dropped = settle.dropped();
            double seconds = (System.nanoTime() - begun) / 1e9;
            double cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
            long taken = sent - dropped;
            return new Round(taken / seconds, cpuSeconds * 1e6 / taken, cpuSeconds / seconds, dropped);
        } finally {
            channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    private static final class Discarding extends TraceServiceGrpc.TraceServiceImplBase {
        @Override
        public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> answer) {
            answer.onNext(ExportTraceServiceResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }
}
