package dev.breakwater.shop.support.grpc;

import dev.breakwater.shop.support.auth.Tokens;
import dev.breakwater.shop.support.control.CallFaults;
import dev.breakwater.shop.support.telemetry.Metrics;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A gRPC server with one service of ours, beside it health and reflection. Calls run on virtual threads.
public final class GrpcServer implements AutoCloseable {
    private static final int KEEPALIVE_SECONDS = 5;
    private static final int MAX_MESSAGE_BYTES = 1 << 20;

    private final HealthStatusManager health = new HealthStatusManager();
    private final Server server;

    public GrpcServer(InetSocketAddress address, BindableService service, Tokens tokens, CallFaults faults, Telemetry telemetry,
            Metrics metrics) {
        this.server = NettyServerBuilder.forAddress(address)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .permitKeepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .addService(ServerInterceptors.intercept(
                        ReadableMessages.of(ServerInterceptors.intercept(service, new BodyTold())),
                        new CallGate(tokens, faults, telemetry, metrics)))
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance())
                .build();
    }

    /// @throws IOException if the port is taken
    public void start() throws IOException {
        server.start();
    }

    public int port() {
        return server.getPort();
    }

    /// What the health service tells, for the server as a whole and for `service`.
    public void serving(String service, boolean serving) {
        ServingStatus status = serving ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
        health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
        health.setStatus(service, status);
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            if (!server.awaitTermination(500, TimeUnit.MILLISECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
