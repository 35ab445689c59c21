package dev.breakwater.shop.inventory;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.EventHandler;
import dev.breakwater.shop.support.redis.SagaVariant;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/// What inventory-service does when it hears of something.
final class InventoryHandlers {
    private final Reservations reservations;
    private final SagaVariant variant;

    /// @param variant naive, what comes twice is done twice; orchestrated, it listens to commands alone
    InventoryHandlers(Reservations reservations, SagaVariant variant) {
        this.reservations = reservations;
        this.variant = variant;
    }

    Map<String, EventHandler> byStream() {
        return variant.of(Map.of(Streams.ORDER_EVENTS, this::onOrder, Streams.PAYMENT_EVENTS, this::onPayment,
                Streams.INVENTORY_COMMANDS, this::onCommand));
    }

    private Commit onOrder(Event event) {
        boolean heeded = !variant.isOrchestrated() && event.type().equals(EventTypes.ORDER_CREATED);
        return heeded ? reservations.remember(event.orderId(), Reservation.items(event.fields())) : new Commit();
    }

    private Commit onPayment(Event event) {
        boolean heeded = !variant.isOrchestrated() && event.type().equals(EventTypes.PAYMENT_COMPLETED);
        return heeded ? reservations.paid(event.orderId()) : new Commit();
    }

    private Commit onCommand(Event command) {
        return switch (command.type()) {
            case EventTypes.RESERVE_INVENTORY -> reserve(command.orderId(), Reservation.items(command.fields()));
            case EventTypes.RELEASE_INVENTORY -> variant.isNaive() ? reservations.releaseAgain(command.orderId())
                    : reservations.release(command.orderId());
            default -> new Commit();
        };
    }

    private Commit reserve(String orderId, ArrayNode items) {
        return variant.isNaive() ? reservations.reserveAgain(orderId, items) : reservations.reserve(orderId, items);
    }
}
