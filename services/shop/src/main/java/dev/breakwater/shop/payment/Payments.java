package dev.breakwater.shop.payment;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Ledger;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.processing.Payment;
import dev.breakwater.shop.support.processing.PaymentBook;
import dev.breakwater.shop.support.processing.PaymentStatus;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.Stored;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The payments in Redis. Status, ledger and event are written in one commit, so that no crash can come between them.
final class Payments {
    private final Redis redis;
    private final InstantSource clock;

    Payments(Redis redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    Optional<Payment> find(String orderId) {
        return redis.read(Keys.payment(orderId)).json().map(Payment::read);
    }

    /// The order of a payment that we only know by its own id.
    Optional<String> orderOf(String paymentId) {
        return Optional.ofNullable(redis.read(Keys.paymentId(paymentId)).text());
    }

    /// An order was placed: order its payment, once.
    Commit initiate(String orderId, BigDecimal amount) {
        Stored stored = redis.read(Keys.payment(orderId));
        return stored.exists() ? new Commit() : initiating(stored, orderId, amount);
    }

    /// An order was placed: order its payment, whether or not that was done before.
    Commit initiateAgain(String orderId, BigDecimal amount) {
        return initiating(redis.read(Keys.payment(orderId)), orderId, amount);
    }

    private Commit initiating(Stored stored, String orderId, BigDecimal amount) {
        Payment payment = Payment.pending(orderId, amount, clock.instant());
        return PaymentBook.write(stored, payment).send(Streams.PAYMENT_COMMANDS, event(EventTypes.INITIATE_PAYMENT, payment, amount));
    }

    /// What charging an order leads to.
    ///
    /// @param payment as it will be
    /// @param repeated whether the order had been charged before, or was not to be
    record Charge(Payment payment, Commit commit, boolean repeated) {}

    /// Charges an order, once.
    Charge charge(String orderId, BigDecimal amount) {
        Stored stored = redis.read(Keys.payment(orderId));
        Payment before = payment(stored, orderId, amount);
        Payment after = before.charge(amount, clock.instant());
        return after.equals(before) ? new Charge(before, new Commit(), true) : charging(stored, after);
    }

    /// Charges an order, whether or not it was charged before.
    Charge chargeAgain(String orderId, BigDecimal amount) {
        Stored stored = redis.read(Keys.payment(orderId));
        return charging(stored, Payment.pending(orderId, amount, clock.instant()).charge(amount, clock.instant()));
    }

    private Charge charging(Stored stored, Payment after) {
        Commit commit = PaymentBook.write(stored, after);
        boolean repeated = stored.exists();
        if (after.status() == PaymentStatus.COMPLETED) {
            PaymentBook.enter(commit, Ledger.CHARGE, after);
            return new Charge(after, commit.send(Streams.PAYMENT_EVENTS, event(EventTypes.PAYMENT_COMPLETED, after, after.amount())),
                    repeated);
        }
        Event failed = event(EventTypes.PAYMENT_FAILED, after, after.amount());
        failed.data().put("reason", after.error());
        return new Charge(after, commit.send(Streams.PAYMENT_EVENTS, failed), repeated);
    }

    /// Refunds an order, once; before it was charged, this keeps it from being charged.
    Commit refund(String orderId) {
        Stored stored = redis.read(Keys.payment(orderId));
        Payment before = payment(stored, orderId, BigDecimal.ZERO.setScale(2));
        Payment after = before.refund(clock.instant());
        if (after.equals(before)) {
            return new Commit();
        }
        Commit commit = PaymentBook.write(stored, after);
        boolean charged = before.status() == PaymentStatus.COMPLETED;
        if (charged) {
            PaymentBook.enter(commit, Ledger.REFUND, after);
        }
        BigDecimal back = charged ? after.amount() : BigDecimal.ZERO.setScale(2);
        return commit.send(Streams.PAYMENT_EVENTS, event(EventTypes.PAYMENT_REFUNDED, after, back));
    }

    /// As [#refund], whether or not that was done before.
    Commit refundAgain(String orderId) {
        Stored stored = redis.read(Keys.payment(orderId));
        Payment before = payment(stored, orderId, BigDecimal.ZERO.setScale(2));
        if (before.status() != PaymentStatus.REFUNDED) {
            return refund(orderId);
        }
        Commit commit = PaymentBook.write(stored, before);
        PaymentBook.enter(commit, Ledger.REFUND, before);
        return commit.send(Streams.PAYMENT_EVENTS, event(EventTypes.PAYMENT_REFUNDED, before, before.amount()));
    }

    /// There is no stock for the order: order the refund of its payment, once.
    Commit orderRefund(String orderId) {
        Stored stored = redis.read(Keys.payment(orderId));
        Payment before = payment(stored, orderId, BigDecimal.ZERO.setScale(2));
        Payment after = before.wantRefund();
        return after.equals(before) ? new Commit()
                : PaymentBook.write(stored, after).send(Streams.PAYMENT_COMMANDS, event(EventTypes.REFUND_PAYMENT, after, after.amount()));
    }

    private Payment payment(Stored stored, String orderId, BigDecimal amount) {
        return stored.json().map(Payment::read).orElseGet(() -> Payment.pending(orderId, amount, clock.instant()));
    }

    private Event event(String type, Payment payment, BigDecimal amount) {
        ObjectNode data = Json.object().put("orderId", payment.orderId()).put("sagaId", payment.orderId())
                .put("paymentId", payment.paymentId()).put("amount", amount);
        return Event.of(type, Services.PAYMENT, payment.orderId(), data, clock.instant());
    }
}
