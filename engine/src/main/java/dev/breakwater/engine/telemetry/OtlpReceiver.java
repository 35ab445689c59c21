package dev.breakwater.engine.telemetry;

import dev.breakwater.engine.model.fact.Fact;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.function.Consumer;

/// The one way in for telemetry: OTLP over gRPC, and over HTTP in protobuf or JSON.
///
/// Takes traces and logs; metrics are taken and left aside. A request that cannot be read, or is larger than [#MAX_BYTES] after unpacking,
/// is refused whole with the protocol's error; single bad spans are refused by a partial success.
public final class OtlpReceiver implements AutoCloseable {
    /// Largest request, packed and unpacked.
    public static final int MAX_BYTES = 8 << 20;

    private final OtlpSink sink;
    private final GrpcEndpoint grpc;
    private final HttpEndpoint http;

    private OtlpReceiver(OtlpSink sink, GrpcEndpoint grpc, HttpEndpoint http) {
        this.sink = sink;
        this.grpc = grpc;
        this.http = http;
    }

    /// Opens both ports; 0 takes any free one.
    ///
    /// @param facts hears of every span and log record, on the threads of the connections; must not wait
    /// @throws IOException when a port cannot be had; nothing is open then
    public static OtlpReceiver open(InetAddress bind, int grpcPort, int httpPort, Consumer<Fact> facts, InstantSource clock)
            throws IOException {
        OtlpSink sink = new OtlpSink(facts, clock);
        GrpcEndpoint grpc = GrpcEndpoint.open(new InetSocketAddress(bind, grpcPort), sink);
        try {
            return new OtlpReceiver(sink, grpc, HttpEndpoint.open(new InetSocketAddress(bind, httpPort), sink));
        } catch (IOException | RuntimeException notOpened) {
            grpc.close();
            throw notOpened;
        }
    }

    public InetSocketAddress grpcAddress() {
        return grpc.address();
    }

    public InetSocketAddress httpAddress() {
        return http.address();
    }

    /// Requests that were read, and requests that were turned away whole.
    public Counts counts() {
        return new Counts(sink.requests(), sink.malformed());
    }

    /// Requests since the start.
    public record Counts(long taken, long malformed) {}

    @Override
    public void close() {
        http.close();
        grpc.close();
    }
}
