package dev.breakwater.shop.worker;

import dev.breakwater.contract.Figure;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Ledger;
import dev.breakwater.shop.support.amqp.Message;
import dev.breakwater.shop.support.amqp.MessageHandler;
import dev.breakwater.shop.support.outage.Patience;
import dev.breakwater.shop.support.processing.Payment;
import dev.breakwater.shop.support.processing.PaymentBook;
import dev.breakwater.shop.support.processing.PaymentStatus;
import dev.breakwater.shop.support.processing.QueuedOrder;
import dev.breakwater.shop.support.processing.Work;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.CommitResult;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.Stored;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.time.Instant;
import java.time.InstantSource;

/// Charges each order once, however often it is delivered, or declines it: payment and ledger are written in one commit.
final class Charges implements MessageHandler {
    private final Journal journal;
    private final String worker;
    private final Work work;
    private final Telemetry telemetry;
    private final InstantSource clock;

    /// @param worker the name of this process
    Charges(Journal journal, String worker, Work work, Telemetry telemetry, InstantSource clock) {
        this.journal = journal;
        this.worker = worker;
        this.work = work;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    @Override
    public void handle(Message message) throws InterruptedException {
        QueuedOrder order = QueuedOrder.read(message.body());
        if (stored(order).exists()) {
            return; // by somebody who could not acknowledge it any more
        }
        Instant start = clock.instant();
        work.on(order.orderId(), 0);
        while (!charged(order, start)) {
            // somebody else has charged it meanwhile: looked at again, it needs nothing more
        }
        telemetry.figure(Figure.DONE, worker, 1);
    }

    private boolean charged(QueuedOrder order, Instant start) {
        Stored stored = stored(order);
        return stored.exists() || Patience.with(() -> journal.commit(charging(stored, order, start))) instanceof CommitResult.Committed;
    }

    private Stored stored(QueuedOrder order) {
        return Patience.with(() -> journal.redis().read(Keys.payment(order.orderId())));
    }

    private Commit charging(Stored none, QueuedOrder order, Instant start) {
        Payment payment = Payment.pending(order.orderId(), order.amount(), clock.instant()).charge(order.amount(), clock.instant());
        Commit commit = PaymentBook.write(none, payment);
        if (payment.status() == PaymentStatus.COMPLETED) {
            PaymentBook.enter(commit, Ledger.CHARGE, payment, Ledger.BY, worker,
                    Ledger.STARTED_MILLIS, Long.toString(start.toEpochMilli()));
        }
        return commit;
    }
}
