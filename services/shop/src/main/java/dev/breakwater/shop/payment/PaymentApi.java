package dev.breakwater.shop.payment;

import com.google.protobuf.Timestamp;
import dev.breakwater.contract.payment.PaymentRequest;
import dev.breakwater.contract.payment.PaymentResponse;
import dev.breakwater.contract.payment.PaymentServiceGrpc;
import dev.breakwater.contract.payment.PaymentStatusRequest;
import dev.breakwater.contract.payment.PaymentStatusResponse;
import dev.breakwater.shop.support.grpc.GrpcStatus;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.json.Times;
import dev.breakwater.shop.support.processing.Payment;
import dev.breakwater.shop.support.processing.PaymentStatus;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The gRPC face of the payments.
final class PaymentApi extends PaymentServiceGrpc.PaymentServiceImplBase {
    /// What is less is nothing when it is rounded to cents.
    private static final double LEAST_AMOUNT = 0.005;
    /// What is as much or more has too many digits for a payment.
    private static final double TOO_MUCH = 1e12 - LEAST_AMOUNT;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
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
        if (!request.getOrderId().isEmpty()) {
            return payments.find(id("order_id", request.getOrderId()));
        }
        return payments.orderOf(id("payment_id", request.getPaymentId())).flatMap(payments::find);
    }

    private static void check(PaymentRequest request) {
        id("order_id", request.getOrderId());
        id("user_id", request.getUserId());
        double amount = request.getAmount();
        if (!(amount >= LEAST_AMOUNT && amount < TOO_MUCH)) { // NaN is neither
            throw new FieldException("amount", "must be from 0.01 to 999999999999.99");
        }
        if (!CURRENCIES.contains(request.getCurrency())) {
            throw new FieldException("currency", "must be a code of ISO 4217, for example EUR");
        }
        id("payment_method", request.getPaymentMethod());
    }

    private static String id(String field, String value) {
        return Fields.of(Json.object().put(field, value)).id(field);
    }

    private static boolean isGood(Payment payment) {
        return payment.status() == PaymentStatus.COMPLETED;
    }

    private static PaymentStatusResponse status(Payment payment) {
        return PaymentStatusResponse.newBuilder().setSuccess(isGood(payment)).setPaymentId(payment.paymentId())
                .setStatus(payment.status().word()).setError(payment.error()).setProcessedAt(timestamp(payment)).build();
    }

    private static Timestamp timestamp(Payment payment) {
        Instant at = Times.instant("processedAt", payment.processedAt());
        return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
    }
}
