package dev.breakwater.shop.payment;

import dev.breakwater.contract.PaymentMessages;
import dev.breakwater.shop.support.amqp.Message;
import dev.breakwater.shop.support.amqp.MessageHandler;
import dev.breakwater.shop.support.amqp.QueuePublisher;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.outage.Patience;
import dev.breakwater.shop.support.processing.Payment;
import dev.breakwater.shop.support.processing.PaymentStatus;
import dev.breakwater.shop.support.processing.QueuedOrder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Charges orders on request, and replies to where the request wants it. A request is acknowledged when the broker has confirmed the
/// reply; one that comes again finds the order charged, and gets the same reply again.
final class PaymentRequests implements MessageHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentRequests.class);
    private static final int MAX_QUEUE_NAME_BYTES = 255;

    private final Till till;
    private final QueuePublisher replies;
    private final InstantSource clock;

    PaymentRequests(Till till, QueuePublisher replies, InstantSource clock) {
        this.till = till;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public void handle(Message message) {
        Fields request = Fields.of(message.body());
        String orderId = request.id(PaymentMessages.ORDER_ID);
        String correlationId = request.id(PaymentMessages.CORRELATION_ID);
        String replyTo = request.text(PaymentMessages.REPLY_TO);
        if (replyTo.getBytes(StandardCharsets.UTF_8).length > MAX_QUEUE_NAME_BYTES) {
            throw new FieldException(PaymentMessages.REPLY_TO, "must not be longer than " + MAX_QUEUE_NAME_BYTES + " bytes");
        }
        BigDecimal amount = QueuedOrder.amount(request);
        Message reply = reply(correlationId, till.chargeNow(orderId, amount));
        if (!Patience.with(() -> send(replyTo, reply))) {
            LOG.warn("reply {}: nobody waits for it, there is no queue {}", correlationId, replyTo);
        }
    }

    private Message reply(String correlationId, Payment payment) {
        ObjectNode result = Json.object().put(PaymentMessages.SUCCESS, payment.status() == PaymentStatus.COMPLETED)
                .put(PaymentMessages.PAYMENT_ID, payment.paymentId()).put(PaymentMessages.STATUS, payment.status().word());
        if (!payment.error().isEmpty()) {
            result.put(PaymentMessages.ERROR, payment.error());
        }
        ObjectNode body = Json.object().put(PaymentMessages.CORRELATION_ID, correlationId);
        body.set(PaymentMessages.PAYMENT_RESULT, result);
        return new Message(UUID.randomUUID().toString(), correlationId, clock.instant(), body, Map.of());
    }

    /// @return false if nobody waits for it
    private boolean send(String replyTo, Message reply) {
        try {
            return replies.publishTo(replyTo, reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("rabbitmq", e);
        }
    }
}
