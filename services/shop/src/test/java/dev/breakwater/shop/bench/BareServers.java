package dev.breakwater.shop.bench;

import dev.breakwater.contract.payment.PaymentServiceGrpc;
import dev.breakwater.contract.payment.PaymentStatusRequest;
import dev.breakwater.contract.payment.PaymentStatusResponse;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.helidon.webserver.WebServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// The least that a service can be: Helidon that says hello, and gRPC that answers with what it was asked.
/// `BareServers <HTTP port> <gRPC port>`; runs until it is ended.
public final class BareServers {
    private BareServers() {}

    public static void main(String[] arguments) throws Exception {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        WebServer http = WebServer.builder().address(here).port(Integer.parseInt(arguments[0]))
                .routing(routing -> routing.get("/", (_, answer) -> answer.send("hello"))).build().start();
        NettyServerBuilder.forAddress(new InetSocketAddress(here, Integer.parseInt(arguments[1])))
                .addService(new Echo()).build().start().awaitTermination();
        http.stop();
    }

    private static final class Echo extends PaymentServiceGrpc.PaymentServiceImplBase {
        @Override
        public void getPaymentStatus(PaymentStatusRequest request, StreamObserver<PaymentStatusResponse> answer) {
            answer.onNext(PaymentStatusResponse.newBuilder().setPaymentId(request.getOrderId()).build());
            answer.onCompleted();
        }
    }
}
