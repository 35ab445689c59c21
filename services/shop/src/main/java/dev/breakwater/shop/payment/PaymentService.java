package dev.breakwater.shop.payment;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Queues;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.support.amqp.OrderQueue;
import dev.breakwater.shop.support.amqp.QueueConsumer;
import dev.breakwater.shop.support.amqp.QueuePublisher;
import dev.breakwater.shop.support.amqp.QueueSpec;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Feature;
import dev.breakwater.shop.support.chassis.Main;
import dev.breakwater.shop.support.control.Switch;
import dev.breakwater.shop.support.control.Switches;
import dev.breakwater.shop.support.grpc.GrpcServer;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.processing.Work;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.SagaVariant;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// Charges orders, by command (streams) and by call (gRPC), and refunds them.
public final class PaymentService {
    private static final int MAX_PREFETCH = 1000;
    private static final int RETRY_MILLIS = 1000;
    private static final int MINUTE_MILLIS = 60_000;

    private PaymentService() {}

    public static void main(String[] args) {
        Main.run(Services.PAYMENT, PaymentService::assemble);
    }

    public static void assemble(Chassis chassis) {
        Redis redis = chassis.redis();
        Journal journal = chassis.journal(redis);
        Payments payments = new Payments(redis, chassis.clock());
        Feature report = chassis.feature(Features.REPETITION_REPORT);
        Till till = new Till(payments, journal, chassis.telemetry(), report,
                chassis.switches().words(SwitchNames.IDEMPOTENCE, SwitchNames.ROBUST, SwitchNames.NAIVE));
        chassis.routes().get("/payments/{orderId}", request -> payments.find(request.path("orderId"))
                .map(payment -> Reply.ok(payment.json()))
                .orElseThrow(() -> ApiException.notFound("Payment not found")));
        GrpcServer grpc = chassis.grpc(new PaymentApi(payments, till));
        chassis.always().repeat("gRPC health", Duration.ofSeconds(1), () -> grpc.serving("PaymentService", answers(redis)));
        chassis.feature(Features.SAGA).consume(journal,
                new PaymentHandlers(payments, till, new SagaVariant(chassis.switches())).byStream());
        takeQueuedOrders(chassis, payments, journal, report);
        answerRequests(chassis, till);
    }

    private static void takeQueuedOrders(Chassis chassis, Payments payments, Journal journal, Feature report) {
        Switches switches = chassis.switches();
        Switch<String> variant = switches.words(SwitchNames.PROCESSING, SwitchNames.ROBUST, SwitchNames.NAIVE);
        Switch<Integer> prefetch = switches.number(SwitchNames.PREFETCH, 1, 0, MAX_PREFETCH);
        Switch<Integer> retries = switches.number(SwitchNames.RETRIES, Queues.MAX_RETRIES, 0, Queues.MAX_RETRIES);
        Switch<Integer> pauseMillis = switches.number(SwitchNames.RETRY_MILLIS, RETRY_MILLIS, 1, MINUTE_MILLIS);
        QueuedOrders orders = new QueuedOrders(new Till(payments, journal, chassis.telemetry(), report, variant),
                new Work(chassis.settings().seed(), switches, 0, 0), chassis.telemetry(), chassis.clock());
        Function<QueueSpec, OrderQueue> queue = spec -> new OrderQueue(
                chassis.settings().uri(Variables.RABBITMQ_URI), Services.PAYMENT, spec, prefetch, chassis.telemetry(), chassis.bodies());
        BooleanSupplier robust = () -> variant.get().equals(SwitchNames.ROBUST);
        QueueSpec plain = QueueSpec.plain(Queues.ORDER_PROCESSING);
        QueueSpec deadLettering = QueueSpec.of(Queues.ORDER_PROCESSING, Queues.DEAD_LETTERING);
        QueueSpec urgent = QueueSpec.of(Queues.URGENT_ORDERS, Queues.PRIORITIES);
        consumeWhileOn(chassis.feature(Features.MESSAGE_QUEUE),
                () -> queue.apply(plain).consumeWithRetries(orders, robust, retries, pauseMillis));
        consumeWhileOn(chassis.feature(Features.DEAD_LETTERS),
                () -> queue.apply(deadLettering).consumeWithRetries(orders, robust, retries, pauseMillis));
        Feature priorities = chassis.feature(Features.PRIORITY_QUEUE);
        consumeWhileOn(priorities, () -> queue.apply(urgent).consume(orders));
        consumeWhileOn(priorities, () -> queue.apply(plain).consume(orders));
    }

    private static void consumeWhileOn(Feature feature, Supplier<QueueConsumer> consumer) {
        feature.run("rabbitmq", consumer, QueueConsumer::ping);
    }

    private static void answerRequests(Chassis chassis, Till till) {
        URI rabbit = chassis.settings().uri(Variables.RABBITMQ_URI);
        QueuePublisher replies = chassis.closing(
                new QueuePublisher(rabbit, Services.PAYMENT, List.of(QueueSpec.plain(Queues.PAYMENT_REQUESTS)), chassis.telemetry(),
                        chassis.bodies()));
        PaymentRequests requests = new PaymentRequests(till, replies, chassis.clock());
        Feature asyncReply = chassis.feature(Features.ASYNC_REPLY);
        asyncReply.dependsOn("rabbitmq", replies::ping);
        consumeWhileOn(asyncReply, () -> QueueConsumer.of(rabbit, Services.PAYMENT, Queues.PAYMENT_REQUESTS, chassis.telemetry(),
                chassis.bodies(), requests));
    }

    private static boolean answers(Redis redis) {
        try {
            redis.ping();
            return true;
        } catch (OutageException e) {
            return false;
        }
    }
}
