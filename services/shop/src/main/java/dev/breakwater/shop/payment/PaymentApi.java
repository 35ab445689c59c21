package dev.breakwater.shop.payment;

import com.google.protobuf.Timestamp;
import dev.breakwater.contract.payment.PaymentRequest;
import dev.breakwater.contract.payment.PaymentResponse;
import dev.breakwater.contract.payment.PaymentServiceGrpc;
import dev.breakwater.contract.payment.PaymentStatusRequest;
import dev.breakwater.contract.payment.PaymentStatusResponse;
import dev.breakwater.shop.support.grpc.GrpcStatus;
import dev.breakwater.shop.support.json.FieldException;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// The gRPC face of the payments.
final class PaymentApi extends PaymentServiceGrpc.PaymentServiceImplBase {
    private static final double MAX_AMOUNT = 1e12;
    private static final Duration WATCH_EVERY = Duration.ofMillis(200);

    private final Payments payments;
    private final Till till;

    PaymentApi(Payments payments, Till till) {
        this.payments = payments;
        this.till = till;
    }

    @Override
    public void processPayment(PaymentRequest request, StreamObserver<PaymentResponse> caller) {
        answer(caller, () -> {
            check(request);
            BigDecimal amount = BigDecimal.valueOf(request.getAmount()).setScale(2, RoundingMode.HALF_UP);
            Payment payment = till.chargeNow(request.getOrderId(), amount);
            return PaymentResponse.newBuilder().setSuccess(isGood(payment)).setPaymentId(payment.paymentId())
                    .setStatus(payment.status().word()).setError(payment.error()).setProcessedAt(timestamp(payment)).build();
        });
    }

    @Override
    public void getPaymentStatus(PaymentStatusRequest request, StreamObserver<PaymentStatusResponse> caller) {
        answer(caller, () -> find(request).map(PaymentApi::status)
                .orElseThrow(() -> Status.NOT_FOUND.withDescription("no such payment").asRuntimeException()));
    }

    @Override
    public void watchPayment(PaymentStatusRequest request, StreamObserver<PaymentStatusResponse> caller) {
        try {
            Optional<PaymentStatusResponse> last = Optional.empty();
            while (!Context.current().isCancelled()) {
                Optional<PaymentStatusResponse> now = find(request).map(PaymentApi::status);
                if (!now.equals(last)) {
                    now.ifPresent(caller::onNext);
                    last = now;
                }
                Thread.sleep(WATCH_EVERY);
            }
        } catch (RuntimeException e) {
            caller.onError(GrpcStatus.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            caller.onError(Status.UNAVAILABLE.withDescription("shutting down").asRuntimeException());
        }
    }

    private static <A> void answer(StreamObserver<A> caller, Supplier<A> work) {
        try {
            caller.onNext(work.get());
            caller.onCompleted();
        } catch (RuntimeException e) {
            caller.onError(GrpcStatus.of(e));
        }
    }

    private Optional<Payment> find(PaymentStatusRequest request) {
        if (!request.getOrderId().isBlank()) {
            return payments.find(request.getOrderId());
        }
        required("payment_id", request.getPaymentId());
        return payments.orderOf(request.getPaymentId()).flatMap(payments::find);
    }

    private static void check(PaymentRequest request) {
        required("order_id", request.getOrderId());
        required("user_id", request.getUserId());
        double amount = request.getAmount();
        if (!Double.isFinite(amount) || amount < 0.005 || amount > MAX_AMOUNT) {
            throw new FieldException("amount", "must be greater than 0");
        }
        if (!request.getCurrency().matches("[A-Z]{3}")) {
            throw new FieldException("currency", "must be three capital letters, for example EUR");
        }
        required("payment_method", request.getPaymentMethod());
    }

    private static void required(String field, String value) {
        if (value.isBlank()) {
            throw new FieldException(field, "must not be empty");
        }
    }

    private static boolean isGood(Payment payment) {
        return payment.status() == PaymentStatus.COMPLETED;
    }

    private static PaymentStatusResponse status(Payment payment) {
        return PaymentStatusResponse.newBuilder().setSuccess(isGood(payment)).setPaymentId(payment.paymentId())
                .setStatus(payment.status().word()).setError(payment.error()).setProcessedAt(timestamp(payment)).build();
    }

    private static Timestamp timestamp(Payment payment) {
        Instant at = Instant.parse(payment.processedAt());
        return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
    }
}
