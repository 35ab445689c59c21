package dev.breakwater.shop.order;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Figure;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.PaymentMessages;
import dev.breakwater.contract.Queues;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.http.Request;
import dev.breakwater.shop.support.idempotency.IdempotentRequest;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.outage.Patience;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.CommitResult;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.Stored;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Asks payment-service by message to charge an order. Robust: what waits for the reply and the message itself are written in one commit,
/// the client is answered at once and told the end later. Naive: the client's request waits on its thread until the reply is there.
final class PaymentRequests {
    private final Journal journal;
    private final Aggregates aggregates;
    private final PaidOrders orders;
    private final Callers callers;
    private final PaymentRequestRelay relay;
    private final Settings settings;
    private final Telemetry telemetry;
    private final InstantSource clock;

    /// @param wanted whether replies are listened to
    /// @param expirySeconds how long a request waits for its reply
    record Settings(BooleanSupplier wanted, Supplier<String> variant, Supplier<Integer> expirySeconds) {}

    PaymentRequests(Journal journal, Aggregates aggregates, PaidOrders orders, Callers callers, PaymentRequestRelay relay,
            Settings settings, Telemetry telemetry, InstantSource clock) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.orders = orders;
        this.callers = callers;
        this.relay = relay;
        this.settings = settings;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /// `POST /orders/{id}/payment`
    Reply ask(Request request) throws InterruptedException {
        String orderId = request.path("id");
        request.isAbout(orderId);
        if (!settings.wanted().getAsBoolean()) {
            throw new ApiException(409, "orders are charged by no message in this scenario");
        }
        IdempotentRequest once = new IdempotentRequest(journal, Services.ORDER, settings.variant().get(), request);
        Optional<Reply> before = once.answered();
        if (before.isPresent()) {
            return before.get();
        }
        List<AggregateEvent> events = eventsOfPending(orderId);
        JsonNode amount = events.getFirst().data().path("totalAmount");
        String correlationId = UUID.randomUUID().toString();
        Event message = message(orderId, amount, correlationId);
        return settings.variant().get().equals(SwitchNames.NAIVE) ? waitFor(orderId, correlationId, message)
                : once.add(asking(orderId, correlationId, message, events.getLast().version()), Reply.of(202, Json.object()
                        .put(PaymentMessages.CORRELATION_ID, correlationId).put(PaymentMessages.STATUS, PaymentMessages.PROCESSING)));
    }

    /// @throws ApiException 404 no such order, 409 it has ended
    private List<AggregateEvent> eventsOfPending(String orderId) {
        List<AggregateEvent> events = Patience.with(() -> aggregates.load(orderId));
        if (events.isEmpty()) {
            throw ApiException.notFound("Order not found");
        }
        String status = Order.of(events).status();
        if (!status.equals(SagaStates.ORDER_PENDING)) {
            throw new ApiException(409, "Order is " + status + " already");
        }
        return events;
    }

    private Event message(String orderId, JsonNode amount, String correlationId) {
        ObjectNode body = Json.object().put(PaymentMessages.ORDER_ID, orderId);
        body.set(PaymentMessages.AMOUNT, amount);
        body.put(PaymentMessages.CORRELATION_ID, correlationId).put(PaymentMessages.REPLY_TO, Queues.ORDER_PAYMENT_REPLIES);
        return Event.of(EventTypes.PAYMENT_REQUESTED, Services.ORDER, correlationId, body, clock.instant());
    }

    private Commit asking(String orderId, String correlationId, Event message, long version) {
        String key = Keys.pending(correlationId);
        return new Commit().ifUnchanged(new Stored(key, null)).ifVersion(Streams.aggregate(orderId), version)
                .set(Keys.paymentAsked(orderId), correlationId)
                .set(key, PendingReply.first(orderId, clock.instant()), Duration.ofSeconds(settings.expirySeconds().get()))
                .send(Streams.PAYMENT_REQUEST_OUTBOX, message);
    }

    private Reply waitFor(String orderId, String correlationId, Event message) throws InterruptedException {
        telemetry.figure(Figure.CALLERS_WAITING, Services.ORDER, callers.count() + 1);
        PaymentResult result = callers.await(correlationId, () -> relay.send(message));
        while (!(Patience.with(() -> journal.commit(orders.ending(orderId, result))) instanceof CommitResult.Committed)) {
            // somebody else has written to the order meanwhile: look again
        }
        return Reply.ok(Json.object().put(PaymentMessages.ORDER_ID, orderId).put(PaymentMessages.STATUS,
                result.success() ? SagaStates.ORDER_CONFIRMED : SagaStates.ORDER_PAYMENT_FAILED));
    }
}
