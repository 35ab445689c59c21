package dev.breakwater.shop.support.processing;

import java.util.Locale;
import java.util.Optional;

/// How a payment stands.
public enum PaymentStatus {
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

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PaymentStatus> of(String word) {
        for (PaymentStatus status : values()) {
            if (status.word().equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
