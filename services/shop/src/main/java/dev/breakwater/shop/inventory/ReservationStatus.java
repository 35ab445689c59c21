package dev.breakwater.shop.inventory;

import java.util.Locale;
import java.util.Optional;

/// How the reservation of an order stands.
enum ReservationStatus {
    /// The order is known with its items; it is not paid yet.
    REMEMBERED,
    /// The order is paid; its items are not known yet.
    PAID,
    /// Command ReserveInventory is on its way.
    REQUESTED,
    /// Stock is taken.
    RESERVED,
    /// There is not enough stock: nothing is taken.
    REJECTED,
    /// Nothing is taken any more, and nothing will be.
    RELEASED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ReservationStatus> of(String word) {
        for (ReservationStatus status : values()) {
            if (status.word().equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    boolean isDecided() {
        return switch (this) {
            case REMEMBERED, PAID, REQUESTED -> false;
            case RESERVED, REJECTED, RELEASED -> true;
        };
    }
}
