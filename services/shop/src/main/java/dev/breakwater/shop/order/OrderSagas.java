package dev.breakwater.shop.order;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.PaymentMessages;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.EventHandler;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.SagaVariant;
import dev.breakwater.shop.support.redis.Stored;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Takes the sagas on: what [Saga] decides is written in one commit, state and messages together.
final class OrderSagas {
    private final Redis redis;
    private final Aggregates aggregates;
    private final SagaTold told;
    private final SagaVariant variant;
    private final Supplier<Integer> stepTimeoutMillis;
    private final InstantSource clock;

    OrderSagas(Redis redis, Aggregates aggregates, SagaTold told, SagaVariant variant, Supplier<Integer> stepTimeoutMillis,
            InstantSource clock) {
        this.redis = redis;
        this.aggregates = aggregates;
        this.told = told;
        this.variant = variant;
        this.stepTimeoutMillis = stepTimeoutMillis;
        this.clock = clock;
    }

    Map<String, EventHandler> handlers() {
        return variant.of(Map.of(Streams.PAYMENT_EVENTS, this::onAnswer, Streams.INVENTORY_EVENTS, this::onAnswer,
                Streams.ORDER_COMMANDS, this::onCommand));
    }

    private Commit onAnswer(Event event) {
        Optional<SagaEvent> news = switch (event.type()) {
            case EventTypes.PAYMENT_COMPLETED -> Optional.of(new SagaEvent.PaymentCompleted());
            case EventTypes.PAYMENT_FAILED -> Optional.of(new SagaEvent.PaymentFailed());
            case EventTypes.PAYMENT_REFUNDED -> Optional.of(new SagaEvent.PaymentRefunded());
            case EventTypes.INVENTORY_RESERVED -> Optional.of(new SagaEvent.InventoryReserved());
            case EventTypes.INVENTORY_REJECTED -> Optional.of(new SagaEvent.InventoryRejected());
            case EventTypes.INVENTORY_RELEASED -> Optional.of(new SagaEvent.InventoryReleased());
            default -> Optional.empty();
        };
        return news.flatMap(known -> SagaState.read(redis, event.orderId()).map(state -> step(state, known))).orElseGet(Commit::new);
    }

    private Commit onCommand(Event command) {
        if (!command.type().equals(EventTypes.CANCEL_ORDER)) {
            return new Commit();
        }
        SagaEvent cancel = new SagaEvent.CancelOrder(command.fields().text("reason"));
        return SagaState.read(redis, command.orderId()).map(state -> step(state, cancel))
                .orElseThrow(() -> new FieldException("orderId", "names no order: " + command.orderId()));
    }

    /// Adds to the commit that places an order: its saga, and the first command if somebody is in charge.
    void begin(Commit commit, String orderId, BigDecimal totalAmount) {
        Saga saga = Saga.begin(orderId);
        String state = Json.write(SagaState.first(saga));
        commit.ifUnchanged(new Stored(Keys.saga(orderId), null)).set(Keys.saga(orderId), state)
                .afterwards(() -> told.step(saga, "", state));
        setDeadline(commit, saga);
        if (variant.isOrchestrated()) {
            commit.send(Streams.PAYMENT_COMMANDS, event(EventTypes.INITIATE_PAYMENT, saga, data(saga).put("amount", totalAmount)));
        }
    }

    /// What is to be written when the saga hears of `event`.
    Commit step(SagaState state, SagaEvent event) {
        SagaStep heard = state.saga().on(event);
        SagaStep step = variant.isOrchestrated() ? Orchestration.of(state.saga(), heard) : heard;
        Saga next = step.next();
        if (next.equals(state.saga())) {
            return new Commit();
        }
        String before = String.valueOf(state.stored().text());
        String after = Json.write(state.after(next));
        Commit commit = new Commit().ifUnchanged(state.stored()).set(state.stored().key(), after)
                .afterwards(() -> told.step(next, before, after));
        setDeadline(commit, next);
        step.actions().forEach(action -> act(commit, action, next));
        return commit;
    }

    /// Each step has its time; a saga that has ended has all the time in the world.
    private void setDeadline(Commit commit, Saga saga) {
        if (saga.isActive()) {
            long deadline = clock.millis() + stepTimeoutMillis.get();
            commit.command("ZADD", Keys.SAGA_DEADLINES, Long.toString(deadline), saga.orderId());
        } else {
            commit.command("ZREM", Keys.SAGA_DEADLINES, saga.orderId());
        }
    }

    private void act(Commit commit, SagaAction action, Saga saga) {
        switch (action) {
            case CONFIRM -> finish(commit, EventTypes.ORDER_CONFIRMED, PaymentMessages.TYPE_CONFIRMED, saga);
            case CANCEL -> finish(commit, EventTypes.ORDER_CANCELLED, PaymentMessages.TYPE_CANCELLED, saga);
            case SEND_CANCEL_ORDER -> commit.send(Streams.ORDER_COMMANDS,
                    event(EventTypes.CANCEL_ORDER, saga, data(saga).put("reason", saga.reason())));
            case SEND_RESERVE_INVENTORY -> commit.send(Streams.INVENTORY_COMMANDS, event(EventTypes.RESERVE_INVENTORY, saga,
                    data(saga).set("items", aggregates.order(saga.orderId()).items())));
            case SEND_REFUND_PAYMENT -> commit.send(Streams.PAYMENT_COMMANDS, event(EventTypes.REFUND_PAYMENT, saga, data(saga)));
            case SEND_RELEASE_INVENTORY -> commit.send(Streams.INVENTORY_COMMANDS, event(EventTypes.RELEASE_INVENTORY, saga, data(saga)));
        }
    }

    /// The order's end: on its aggregate, to all who listen, and to the client by way of the outbox.
    private void finish(Commit commit, String type, String notification, Saga saga) {
        ObjectNode data = Json.object().put("orderId", saga.orderId());
        ObjectNode message = Json.object().put("type", notification).put("orderId", saga.orderId());
        if (!saga.reason().isEmpty()) {
            data.put("reason", saga.reason());
            message.put("reason", saga.reason());
        }
        Event event = event(type, saga, data);
        Aggregates.append(commit, event, saga.orderId(), aggregates.order(saga.orderId()).version());
        commit.send(Streams.ORDER_EVENTS, event).send(Streams.NOTIFICATION_OUTBOX, event(type, saga, message));
    }

    private static ObjectNode data(Saga saga) {
        return Json.object().put("orderId", saga.orderId()).put("sagaId", saga.orderId());
    }

    private Event event(String type, Saga saga, ObjectNode data) {
        return Event.of(type, Services.ORDER, saga.orderId(), data, clock.instant());
    }
}
