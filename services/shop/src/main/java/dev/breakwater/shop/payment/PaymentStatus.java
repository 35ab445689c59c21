package dev.breakwater.shop.payment;

import java.util.Locale;
import java.util.Optional;

/// How a payment stands.
enum PaymentStatus {
    /// The order is known, nothing is charged yet.
    PENDING,
    /// Charged.
    COMPLETED,
    /// Declined.
    FAILED,
    /// Charged and given back.
    REFUNDED,
    /// Called off before it was charged: it never will be.
    CANCELLED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PaymentStatus> of(String word) {
        for (PaymentStatus status : values()) {
            if (status.word().equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
