package dev.breakwater.shop.order;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.outage.Patience;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.CommitResult;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.Stored;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;

/// The commands of the shop: place and cancel an order. Each appends to the order's aggregate.
final class Orders {
    private final Journal journal;
    private final Aggregates aggregates;
    private final Appends appends;
    private final OrderSagas sagas;
    private final BooleanSupplier sagasWanted;
    private final InstantSource clock;

    /// @param sagasWanted whether orders have a saga; without one they stay as they were placed
    Orders(Journal journal, Aggregates aggregates, Appends appends, OrderSagas sagas, BooleanSupplier sagasWanted, InstantSource clock) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.appends = appends;
        this.sagas = sagas;
        this.sagasWanted = sagasWanted;
        this.clock = clock;
    }

    /// What places an order: its first event, its saga, and the message that sets the saga going.
    Commit placing(String orderId, NewOrder order) {
        Event created = event(EventTypes.ORDER_CREATED, orderId, order.json(orderId));
        Commit commit = Aggregates.append(new Commit().send(Streams.ORDER_EVENTS, created), created, orderId, 0);
        if (sagasWanted.getAsBoolean()) {
            sagas.begin(commit, orderId, order.totalAmount());
        }
        return commit;
    }

    /// Cancels an order. One that has a saga is only asked to be: that is noted on its aggregate, and put on the way as the command
    /// CancelOrder, for there is something to undo. One without is cancelled at once.
    ///
    /// @param expected the version that the caller has seen
    /// @return the order after it
    /// @throws ApiException 404 no such order, 409 another version, cancelled already, or paid where nobody would give the money back
    Order cancel(String orderId, OptionalLong expected, String reason) {
        while (true) {
            Order order = Patience.with(() -> aggregates.order(orderId));
            if (!order.exists()) {
                throw ApiException.notFound("Order not found");
            }
            if (expected.isPresent() && expected.getAsLong() != order.version()) {
                throw appends.refused(expected.getAsLong(), order.version());
            }
            if (order.status().equals(SagaStates.ORDER_CANCELLED)) {
                throw new ApiException(409, "Order is cancelled already");
            }
            Stored saga = Patience.with(() -> journal.redis().read(Keys.saga(orderId)));
            Stored asked = Patience.with(() -> journal.redis().read(Keys.paymentAsked(orderId)));
            if (!saga.exists()) {
                unlessPaid(order, asked);
            }
            Event event = event(saga.exists() ? EventTypes.ORDER_CANCELLATION_REQUESTED : EventTypes.ORDER_CANCELLED, orderId,
                    Json.object().put("orderId", orderId).put("sagaId", orderId).put("reason", reason));
            switch (journal.commit(cancelling(saga, event, order.version()).ifUnchanged(asked))) {
                case CommitResult.Committed _ -> {
                    return order.after(AggregateEvent.of(event, order.version() + 1));
                }
                case CommitResult.WrongVersion wrong when expected.isPresent() ->
                        throw appends.refused(order.version(), wrong.actual());
                case CommitResult.WrongVersion _, CommitResult.Changed _ -> {
                    // Nobody asked for a certain version, or the saga has gone on meanwhile: look again.
                }
            }
        }
    }

    /// Once its payment has been asked for, it may be charged at any moment.
    private static void unlessPaid(Order order, Stored asked) {
        if (order.status().equals(SagaStates.ORDER_CONFIRMED)) {
            throw new ApiException(409, "Order is paid, and no saga would refund it");
        }
        if (order.status().equals(SagaStates.ORDER_PENDING) && asked.exists()) {
            throw new ApiException(409, "Order may be being paid, and no saga would refund it");
        }
    }

    private Commit cancelling(Stored saga, Event event, long version) {
        Commit commit = new Commit().ifUnchanged(saga);
        appends.add(commit, event, event.orderId(), version);
        return saga.exists() ? commit.send(Streams.ORDER_COMMANDS, event(EventTypes.CANCEL_ORDER, event.orderId(), event.data()))
                : commit.send(Streams.ORDER_EVENTS, event);
    }

    private Event event(String type, String orderId, ObjectNode data) {
        return Event.of(type, Services.ORDER, orderId, data, clock.instant());
    }
}
