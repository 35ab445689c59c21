package dev.breakwater.shop.payment;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.Figure;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.chassis.Feature;
import dev.breakwater.shop.support.outage.Patience;
import dev.breakwater.shop.support.processing.Payment;
import dev.breakwater.shop.support.redis.CommitResult;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.math.BigDecimal;
import java.util.function.Supplier;

/// Where orders are charged, whether a command or a call asks for it; told in the span `process_payment`.
final class Till {
    private final Payments payments;
    private final Journal journal;
    private final Telemetry telemetry;
    private final Feature report;
    private final Supplier<String> variant;

    /// @param report whether it is told how often an order was charged before
    /// @param variant of [#chargeNow]
    Till(Payments payments, Journal journal, Telemetry telemetry, Feature report, Supplier<String> variant) {
        this.payments = payments;
        this.journal = journal;
        this.telemetry = telemetry;
        this.report = report;
        this.variant = variant;
    }

    /// Decides; whoever asked commits.
    Payments.Charge charge(String orderId, BigDecimal amount) {
        return told(orderId, () -> payments.charge(orderId, amount));
    }

    /// As [#charge], whether or not it was charged before.
    Payments.Charge chargeAgain(String orderId, BigDecimal amount) {
        return told(orderId, () -> payments.chargeAgain(orderId, amount));
    }

    private Payments.Charge told(String orderId, Supplier<Payments.Charge> decision) {
        Span span = telemetry.span(SpanKind.INTERNAL, Attributes.SPAN_PROCESS_PAYMENT)
                .setAttribute(Attributes.ORDER_ID, orderId).startSpan();
        try (Scope _ = span.makeCurrent()) {
            Payments.Charge charge = decision.get();
            span.setAttribute(Attributes.PAYMENT_STATUS, charge.payment().status().word());
            return charge;
        } finally {
            span.end();
        }
    }

    /// Decides and commits. Robust: a repetition finds the payment charged, and leaves it so. Naive: it charges again.
    Payment chargeNow(String orderId, BigDecimal amount) {
        while (true) {
            boolean robust = variant.get().equals(SwitchNames.ROBUST);
            Payments.Charge charge = Patience.with(() -> robust ? charge(orderId, amount) : chargeAgain(orderId, amount));
            if (Patience.with(() -> journal.commit(charge.commit())) instanceof CommitResult.Committed) {
                if (report.isOn()) {
                    String again = robust ? "again: charged already" : "again: charged again";
                    telemetry.figure(Figure.REPETITIONS, charge.repeated() ? again : "first time", 1);
                }
                return charge.payment();
            }
        }
    }
}
