package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.contract.Services;
import dev.breakwater.contract.payment.PaymentRequest;
import dev.breakwater.contract.payment.PaymentResponse;
import dev.breakwater.contract.payment.PaymentServiceGrpc;
import dev.breakwater.contract.payment.PaymentServiceGrpc.PaymentServiceBlockingStub;
import dev.breakwater.contract.payment.PaymentStatusRequest;
import dev.breakwater.contract.payment.PaymentStatusResponse;
import dev.breakwater.shop.payment.PaymentService;
import dev.breakwater.shop.support.auth.BadTokens;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentGrpcLiveTest {
    private final Shop shop;
    private final ManagedChannel channel;

    PaymentGrpcLiveTest() throws IOException {
        shop = new Shop(Map.of());
        shop.start(Services.PAYMENT, PaymentService::assemble);
        channel = NettyChannelBuilder.forAddress("127.0.0.1", shop.grpcPort).usePlaintext().build();
    }

    @AfterAll
    void close() throws Exception {
        channel.shutdownNow();
        shop.close();
    }

    private PaymentServiceBlockingStub stub() {
        return PaymentServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    private static PaymentRequest.Builder request(String orderId) {
        return PaymentRequest.newBuilder().setOrderId(orderId).setUserId("u-1").setAmount(12.5).setCurrency("EUR").setPaymentMethod("card");
    }

    private Status refusal(PaymentRequest.Builder request) {
        return assertThrows(StatusRuntimeException.class, () -> stub().processPayment(request.build())).getStatus();
    }

    @Test
    void repeatedCallChargesOnce() {
        String order = UUID.randomUUID().toString();
        PaymentResponse first = stub().processPayment(request(order).build());
        assertEquals(first, stub().processPayment(request(order).build()));
        assertEquals("completed", first.getStatus());
        assertEquals(List.of("charge 12.50"), shop.ledger(order));
    }

    @Test
    void declinedPaymentIsANormalAnswer() {
        PaymentResponse declined = stub().processPayment(request(UUID.randomUUID().toString()).setAmount(10_000.01).build());
        assertFalse(declined.getSuccess());
        assertEquals("amount over limit", declined.getError());
    }

    @Test
    void badFieldIsNamed() {
        assertEquals("order_id must not be empty", refusal(request("")).getDescription());
        assertEquals("user_id must not be empty", refusal(request("o").setUserId(" ")).getDescription());
        assertEquals("payment_method must not be empty", refusal(request("o").setPaymentMethod("")).getDescription());
        assertEquals("currency must be a code of ISO 4217, for example EUR", refusal(request("o").setCurrency("euro")).getDescription());
        for (double amount : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            assertEquals(Status.Code.INVALID_ARGUMENT, refusal(request("o").setAmount(amount)).getCode());
        }
    }

    @Test
    void unknownPaymentIsNotFound() {
        PaymentStatusRequest unknown = PaymentStatusRequest.newBuilder().setOrderId("nobody's").build();
        assertEquals(Status.Code.NOT_FOUND,
                assertThrows(StatusRuntimeException.class, () -> stub().getPaymentStatus(unknown)).getStatus().getCode());
    }

    @Test
    void paymentIsFoundByEitherId() {
        String order = UUID.randomUUID().toString();
        String payment = stub().processPayment(request(order).build()).getPaymentId();
        assertEquals(stub().getPaymentStatus(PaymentStatusRequest.newBuilder().setOrderId(order).build()),
                stub().getPaymentStatus(PaymentStatusRequest.newBuilder().setPaymentId(payment).build()));
    }

    @Test
    void watcherSeesEachChange() {
        String order = UUID.randomUUID().toString();
        stub().processPayment(request(order).build());
        Iterator<PaymentStatusResponse> changes = stub().watchPayment(PaymentStatusRequest.newBuilder().setOrderId(order).build());
        assertEquals("completed", changes.next().getStatus());
        shop.redis().xadd("payment-commands", Map.of("eventType", "RefundPayment", "eventId", "e", "timestamp", "2026-01-01T00:00:00Z",
                "data", "{\"orderId\":\"" + order + "\"}"));
        assertEquals("refunded", changes.next().getStatus());
    }

    @Test
    void tokenIsCheckedOnlyIfOneIsSent() {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer nonsense");
        PaymentServiceBlockingStub stub = stub().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
        Status refused = assertThrows(StatusRuntimeException.class,
                () -> stub.processPayment(request("o-2").build())).getStatus();
        assertEquals(Status.UNAUTHENTICATED.getCode() + " Invalid token", refused.getCode() + " " + refused.getDescription());
    }

    @Test
    void badTokenIsUnauthenticatedWhateverIsWrongWithIt() {
        Map<String, String> bad = BadTokens.all(Shop.SECRET, InstantSource.system().instant());
        assertEquals(bad, bad.keySet().stream().collect(Collectors.toMap(token -> token, token -> {
            Status refused = assertThrows(StatusRuntimeException.class,
                    () -> with(token).processPayment(request("o-3").build())).getStatus();
            assertEquals(Status.Code.UNAUTHENTICATED, refused.getCode());
            return String.valueOf(refused.getDescription());
        })));
        assertEquals(List.of(), shop.ledger("o-3"));
        assertTrue(with(BadTokens.good(Shop.SECRET)).processPayment(request("o-3").build()).getSuccess());
    }

    private PaymentServiceBlockingStub with(String token) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), token);
        return stub().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    @Test
    void healthServiceTellsThatItServes() {
        Eventually.holds("serving", () -> HealthGrpc.newBlockingStub(channel)
                .check(HealthCheckRequest.newBuilder().setService("PaymentService").build()).getStatus() == ServingStatus.SERVING);
    }
}
