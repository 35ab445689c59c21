package dev.breakwater.shop.inventory;

import static dev.breakwater.shop.inventory.ReservationStatus.PAID;
import static dev.breakwater.shop.inventory.ReservationStatus.REJECTED;
import static dev.breakwater.shop.inventory.ReservationStatus.RELEASED;
import static dev.breakwater.shop.inventory.ReservationStatus.REMEMBERED;
import static dev.breakwater.shop.inventory.ReservationStatus.REQUESTED;
import static dev.breakwater.shop.inventory.ReservationStatus.RESERVED;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.Stored;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The reservations in Redis. Status, stock and event are written in one commit. A reservation that is decided stays as it is.
final class Reservations {
    private final Redis redis;
    private final Stock stock;
    private final InstantSource clock;

    Reservations(Redis redis, Stock stock, InstantSource clock) {
        this.redis = redis;
        this.stock = stock;
        this.clock = clock;
    }

    /// An order was placed: remember its items; if word of its payment was faster, order the reservation.
    Commit remember(String orderId, ArrayNode items) {
        Stored stored = redis.read(Keys.reservation(orderId));
        Optional<Reservation> before = stored.json().map(Reservation::read);
        if (before.isEmpty()) {
            return write(stored, new Reservation(orderId, REMEMBERED, items));
        }
        return before.get().status() == PAID ? request(stored, new Reservation(orderId, REQUESTED, items)) : new Commit();
    }

    /// An order was paid: order the reservation; if its items are not known yet, remember that it is paid.
    Commit paid(String orderId) {
        Stored stored = redis.read(Keys.reservation(orderId));
        Optional<Reservation> before = stored.json().map(Reservation::read);
        if (before.isEmpty()) {
            return write(stored, new Reservation(orderId, PAID, Json.object().putArray("items")));
        }
        return before.get().status() == REMEMBERED ? request(stored, before.get().as(REQUESTED)) : new Commit();
    }

    /// Takes the items from the stock: all or none, once.
    Commit reserve(String orderId, ArrayNode items) {
        Stored stored = redis.read(Keys.reservation(orderId));
        Optional<Reservation> before = stored.json().map(Reservation::read);
        return before.isPresent() && before.get().status().isDecided() ? new Commit() : reserving(stored, orderId, items);
    }

    /// Takes the items from the stock, whether or not that was done before.
    Commit reserveAgain(String orderId, ArrayNode items) {
        return reserving(redis.read(Keys.reservation(orderId)), orderId, items);
    }

    private Commit reserving(Stored stored, String orderId, ArrayNode items) {
        Reservation wanted = new Reservation(orderId, RESERVED, items);
        Commit taking = new Commit();
        Optional<String> missing = stock.take(taking, wanted.units());
        if (missing.isPresent()) {
            return write(stored, wanted.as(REJECTED)).send(Streams.INVENTORY_EVENTS,
                    event(EventTypes.INVENTORY_REJECTED, orderId, items, "out of stock: " + missing.get()));
        }
        return write(stored, wanted).and(taking)
                .send(Streams.INVENTORY_EVENTS, event(EventTypes.INVENTORY_RESERVED, orderId, items, ""));
    }

    /// Puts back what was taken; what was not taken yet never will be.
    Commit release(String orderId) {
        Stored stored = redis.read(Keys.reservation(orderId));
        Reservation before = stored.json().map(Reservation::read)
                .orElseGet(() -> new Reservation(orderId, REMEMBERED, Json.object().putArray("items")));
        if (before.status() == REJECTED || before.status() == RELEASED) {
            return new Commit();
        }
        Commit commit = write(stored, before.as(RELEASED));
        if (before.status() == RESERVED) {
            Stock.putBack(commit, before.units());
        }
        return commit.send(Streams.INVENTORY_EVENTS, event(EventTypes.INVENTORY_RELEASED, orderId, before.items(), ""));
    }

    /// As [#release], whether or not that was done before.
    Commit releaseAgain(String orderId) {
        Stored stored = redis.read(Keys.reservation(orderId));
        Optional<Reservation> before = stored.json().map(Reservation::read).filter(known -> known.status() == RELEASED);
        if (before.isEmpty()) {
            return release(orderId);
        }
        Commit commit = write(stored, before.get());
        Stock.putBack(commit, before.get().units());
        return commit.send(Streams.INVENTORY_EVENTS, event(EventTypes.INVENTORY_RELEASED, orderId, before.get().items(), ""));
    }

    private Commit request(Stored stored, Reservation reservation) {
        return write(stored, reservation).send(Streams.INVENTORY_COMMANDS,
                event(EventTypes.RESERVE_INVENTORY, reservation.orderId(), reservation.items(), ""));
    }

    private static Commit write(Stored stored, Reservation reservation) {
        return new Commit().ifUnchanged(stored).set(stored.key(), Json.write(reservation.json()));
    }

    private Event event(String type, String orderId, ArrayNode items, String reason) {
        ObjectNode data = Json.object().put("orderId", orderId).put("sagaId", orderId);
        data.set("items", items);
        if (!reason.isEmpty()) {
            data.put("reason", reason);
        }
        return Event.of(type, Services.INVENTORY, orderId, data, clock.instant());
    }
}
