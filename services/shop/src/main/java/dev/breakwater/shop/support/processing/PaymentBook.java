package dev.breakwater.shop.support.processing;

import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Ledger;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Stored;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/// How payments are written down: each under its order and its own id, and every movement of money in the ledger.
public final class PaymentBook {
    private PaymentBook() {}

    /// @param stored what was there when it was looked at
    public static Commit write(Stored stored, Payment payment) {
        return new Commit().ifUnchanged(stored)
                .set(stored.key(), Json.write(payment.json()))
                .set(Keys.paymentId(payment.paymentId()), payment.orderId());
    }

    /// @param kind [Ledger#CHARGE] or [Ledger#REFUND]
    /// @param more fields and values
    public static void enter(Commit commit, String kind, Payment payment, String... more) {
        List<String> entry = List.of("XADD", Streams.PAYMENT_LEDGER, "*", Ledger.ORDER_ID, payment.orderId(),
                Ledger.PAYMENT_ID, payment.paymentId(), Ledger.KIND, kind,
                Ledger.AMOUNT, payment.amount().setScale(2, RoundingMode.HALF_UP).toPlainString());
        commit.command(Stream.concat(entry.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
