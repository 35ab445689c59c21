package dev.breakwater.shop.payment;

import dev.breakwater.contract.Figure;
import dev.breakwater.contract.Services;
import dev.breakwater.shop.support.amqp.Message;
import dev.breakwater.shop.support.amqp.MessageHandler;
import dev.breakwater.shop.support.processing.QueuedOrder;
import dev.breakwater.shop.support.processing.Work;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.time.Duration;
import java.time.InstantSource;

/// Charges the orders that come through a queue.
final class QueuedOrders implements MessageHandler {
    private final Till till;
    private final Work work;
    private final Telemetry telemetry;
    private final InstantSource clock;

    QueuedOrders(Till till, Work work, Telemetry telemetry, InstantSource clock) {
        this.till = till;
        this.work = work;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    @Override
    public void handle(Message message) throws InterruptedException {
        if (message.retries() > 0) {
            telemetry.figure(Figure.RETRY_COUNT, String.valueOf(message.retries()), 1);
        }
        QueuedOrder order = QueuedOrder.read(message.body());
        if (message.retries() == 0) {
            telemetry.figure(Figure.WAITING_TIME, "priority " + message.priority(),
                    Duration.between(order.timestamp(), clock.instant()).toMillis());
        }
        work.on(order.orderId(), message.retries());
        till.chargeNow(order.orderId(), order.amount());
        telemetry.figure(Figure.DONE, Services.PAYMENT, 1);
    }
}
