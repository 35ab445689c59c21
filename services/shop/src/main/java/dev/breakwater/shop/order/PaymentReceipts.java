package dev.breakwater.shop.order;

import dev.breakwater.contract.payment.PaymentServiceGrpc;
import dev.breakwater.contract.payment.PaymentStatusRequest;
import dev.breakwater.contract.payment.PaymentStatusResponse;
import dev.breakwater.shop.support.grpc.GrpcChannel;
import dev.breakwater.shop.support.json.Json;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Asks payment-service for the receipt of an order. Nice to have: without an answer in time there is none.
final class PaymentReceipts {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final GrpcChannel payments;

    PaymentReceipts(GrpcChannel payments) {
        this.payments = payments;
    }

    Optional<ObjectNode> find(String orderId) {
        try {
            PaymentStatusResponse status = PaymentServiceGrpc.newBlockingStub(payments.channel())
                    .withDeadlineAfter(DEADLINE)
                    .getPaymentStatus(PaymentStatusRequest.newBuilder().setOrderId(orderId).build());
            return Optional.of(Json.object().put("paymentId", status.getPaymentId()).put("status", status.getStatus()));
        } catch (StatusRuntimeException e) {
            return Optional.empty(); // the call's span tells why
        }
    }
}
