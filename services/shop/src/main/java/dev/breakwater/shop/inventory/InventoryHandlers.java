package dev.breakwater.shop.inventory;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.EventHandler;
import java.util.Map;

/// What inventory-service does when it hears of something.
final class InventoryHandlers {
    private final Reservations reservations;

    InventoryHandlers(Reservations reservations) {
        this.reservations = reservations;
    }

    Map<String, EventHandler> byStream() {
        return Map.of(Streams.ORDER_EVENTS, this::onOrder, Streams.PAYMENT_EVENTS, this::onPayment,
                Streams.INVENTORY_COMMANDS, this::onCommand);
    }

    private Commit onOrder(Event event) {
        return event.type().equals(EventTypes.ORDER_CREATED)
                ? reservations.remember(event.orderId(), Reservation.items(event.fields())) : new Commit();
    }

    private Commit onPayment(Event event) {
        return event.type().equals(EventTypes.PAYMENT_COMPLETED) ? reservations.paid(event.orderId()) : new Commit();
    }

    private Commit onCommand(Event command) {
        return switch (command.type()) {
            case EventTypes.RESERVE_INVENTORY -> reservations.reserve(command.orderId(), Reservation.items(command.fields()));
            case EventTypes.RELEASE_INVENTORY -> reservations.release(command.orderId());
            default -> new Commit();
        };
    }
}
