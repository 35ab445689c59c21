package dev.breakwater.shop.payment;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.EventHandler;
import dev.breakwater.shop.support.redis.SagaVariant;
import java.math.BigDecimal;
import java.util.Map;

/// What payment-service does when it hears of something.
final class PaymentHandlers {
    private final Payments payments;
    private final Till till;
    private final SagaVariant variant;

    /// @param variant naive, what comes twice is done twice; orchestrated, it listens to commands alone
    PaymentHandlers(Payments payments, Till till, SagaVariant variant) {
        this.payments = payments;
        this.till = till;
        this.variant = variant;
    }

    Map<String, EventHandler> byStream() {
        return variant.of(Map.of(Streams.ORDER_EVENTS, this::onOrder, Streams.INVENTORY_EVENTS, this::onInventory,
                Streams.PAYMENT_COMMANDS, this::onCommand));
    }

    private Commit onOrder(Event event) {
        if (variant.isOrchestrated() || !event.type().equals(EventTypes.ORDER_CREATED)) {
            return new Commit();
        }
        BigDecimal amount = amount(event, "totalAmount");
        return variant.isNaive() ? payments.initiateAgain(event.orderId(), amount) : payments.initiate(event.orderId(), amount);
    }

    private Commit onInventory(Event event) {
        boolean heeded = !variant.isOrchestrated() && event.type().equals(EventTypes.INVENTORY_REJECTED);
        return heeded ? payments.orderRefund(event.orderId()) : new Commit();
    }

    private Commit onCommand(Event command) {
        return switch (command.type()) {
            case EventTypes.INITIATE_PAYMENT -> charge(command.orderId(), amount(command, "amount")).commit();
            case EventTypes.REFUND_PAYMENT -> variant.isNaive() ? payments.refundAgain(command.orderId())
                    : payments.refund(command.orderId());
            default -> new Commit();
        };
    }

    private Payments.Charge charge(String orderId, BigDecimal amount) {
        return variant.isNaive() ? till.chargeAgain(orderId, amount) : till.charge(orderId, amount);
    }

    private static BigDecimal amount(Event event, String field) {
        BigDecimal amount = event.fields().money(field);
        if (amount.signum() == 0) {
            throw new FieldException(field, "must be greater than 0");
        }
        return amount;
    }
}
