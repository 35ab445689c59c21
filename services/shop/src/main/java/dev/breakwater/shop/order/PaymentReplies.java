package dev.breakwater.shop.order;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.Figure;
import dev.breakwater.contract.PaymentMessages;
import dev.breakwater.shop.support.amqp.Message;
import dev.breakwater.shop.support.amqp.MessageHandler;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.outage.Patience;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.CommitResult;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the replies of payment-service. A reply ends its order in the same commit that removes what waited for it, so that one that comes
/// again, or too late, finds nothing and changes nothing: whoever still wants the order paid asks again, and is charged once all the same.
final class PaymentReplies implements MessageHandler {
    private static final String LATE = "request expired or not found";
    private static final String IN_TIME = "in time";
    private static final String FAILED = "payment failed";
    private static final Logger LOG = LoggerFactory.getLogger(PaymentReplies.class);

    private final Journal journal;
    private final PaidOrders orders;
    private final Callers callers;
    private final Telemetry telemetry;
    private final InstantSource clock;

    PaymentReplies(Journal journal, PaidOrders orders, Callers callers, Telemetry telemetry, InstantSource clock) {
        this.journal = journal;
        this.orders = orders;
        this.callers = callers;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    @Override
    public void handle(Message message) {
        Fields reply = Fields.of(message.body());
        String correlationId = reply.id(PaymentMessages.CORRELATION_ID);
        PaymentResult result = PaymentResult.read(reply);
        if (callers.answer(correlationId, result)) {
            count(result);
            return;
        }
        Optional<PendingReply> answered = end(correlationId, result);
        if (answered.isPresent()) {
            Duration took = Duration.between(answered.get().since(), clock.instant());
            count(result);
            telemetry.figure(Figure.REPLY_TIME, outcome(result), took.toMillis());
        } else {
            LOG.warn("reply {}: {}", correlationId, LATE);
            Telemetry.fail(Span.current(), LATE);
            telemetry.figure(Figure.REPLIES, LATE, 1);
        }
    }

    private void count(PaymentResult result) {
        telemetry.figure(Figure.REPLIES, outcome(result), 1);
    }

    private static String outcome(PaymentResult result) {
        return result.success() ? IN_TIME : FAILED;
    }

    /// @return what had waited for the reply
    private Optional<PendingReply> end(String correlationId, PaymentResult result) {
        while (true) {
            Optional<PendingReply> pending = Patience.with(() -> PendingReply.read(journal.redis(), correlationId));
            if (pending.isEmpty()) {
                return pending;
            }
            Span.current().setAttribute(Attributes.ORDER_ID, pending.get().orderId());
            if (Patience.with(() -> journal.commit(ending(pending.get(), result))) instanceof CommitResult.Committed) {
                return pending;
            }
        }
    }

    private Commit ending(PendingReply pending, PaymentResult result) {
        return orders.ending(pending.orderId(), result).ifUnchanged(pending.stored()).command("DEL", pending.stored().key());
    }
}
