package dev.breakwater.shop.order;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Figure;
import dev.breakwater.contract.Queues;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.support.amqp.QueueConsumer;
import dev.breakwater.shop.support.amqp.QueuePublisher;
import dev.breakwater.shop.support.amqp.QueueSpec;
import dev.breakwater.shop.support.call.ServiceClient;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Feature;
import dev.breakwater.shop.support.chassis.Main;
import dev.breakwater.shop.support.control.Switches;
import dev.breakwater.shop.support.grpc.GrpcChannel;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.SagaVariant;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Takes orders (commands), and takes their sagas on to the end.
public final class OrderService {
    private static final int USER_CALL_TIMEOUT_MILLIS = 5000;
    private static final int STEP_TIMEOUT_MILLIS = 20_000;
    private static final int LONGEST_SNAPSHOT_INTERVAL = 1000;
    private static final int REPLY_EXPIRY_SECONDS = 300;
    private static final int MAX_RETRIES = 10;
    private static final int HOUR_MILLIS = 3_600_000;

    private OrderService() {}

    public static void main(String[] args) {
        Main.run(Services.ORDER, OrderService::assemble);
    }

    public static void assemble(Chassis chassis) {
        Journal journal = chassis.journal(chassis.redis());
        Switches switches = chassis.switches();
        Aggregates aggregates = new Aggregates(journal.redis(), new Snapshots(journal.redis(),
                switches.number(SwitchNames.SNAPSHOT_INTERVAL, 0, 0, LONGEST_SNAPSHOT_INTERVAL)));
        SagaVariant variant = new SagaVariant(switches);
        OrderSagas sagas = new OrderSagas(journal.redis(), aggregates, new SagaTold(chassis.telemetry()), variant,
                switches.number(SwitchNames.SAGA_STEP_TIMEOUT_MILLIS, STEP_TIMEOUT_MILLIS, 1, HOUR_MILLIS), chassis.clock());
        Feature saga = chassis.feature(Features.SAGA);
        Appends appends = new Appends(switches.words(SwitchNames.APPEND, SwitchNames.ROBUST, SwitchNames.NAIVE), chassis.telemetry());
        Orders orders = new Orders(journal, aggregates, appends, sagas, saga::isOn, chassis.clock());
        OrderApi api = new OrderApi(journal, orders, aggregates, userCheck(chassis), readModel(chassis), chassis.telemetry());
        chassis.routes()
                .post("/orders", api::place)
                .get("/orders/{id}", api::find)
                .get("/users/{id}/orders", api::findOfUser)
                .get("/orders/{id}/events", api::events)
                .get("/orders/{id}/state", api::state)
                .post("/orders/{id}/cancel", api::cancel);
        saga.consume(journal, sagas.handlers());
        saga.repeat("step timeouts", Deadlines.EVERY, new Deadlines(journal, sagas, variant, chassis.clock())::round);
        relayOutbox(chassis, journal);
        sendToQueues(chassis);
        askForPayments(chassis, journal, aggregates);
    }

    private static void sendToQueues(Chassis chassis) {
        Switches switches = chassis.switches();
        OrderSender.Ground ground = new OrderSender.Ground(chassis.settings().uri(Variables.RABBITMQ_URI), chassis.telemetry(),
                chassis.bodies(), switches.words(SwitchNames.PROCESSING, SwitchNames.ROBUST, SwitchNames.NAIVE));
        ProcessingApi api = new ProcessingApi(chassis.clock(), switches.number(SwitchNames.MESSAGE_TTL_MILLIS, 0, 0, HOUR_MILLIS),
                switches.number(SwitchNames.URGENT_PRIORITY, Queues.URGENT, 0, Queues.HIGHEST_PRIORITY));
        chassis.routes().post("/order-processing", api::accept);
        QueueSpec plain = QueueSpec.plain(Queues.ORDER_PROCESSING);
        QueueSpec deadLettering = QueueSpec.of(Queues.ORDER_PROCESSING, Queues.DEAD_LETTERING);
        sendWhileOn(chassis.feature(Features.MESSAGE_QUEUE), api, () -> OrderSender.to(plain, ground));
        sendWhileOn(chassis.feature(Features.DEAD_LETTERS), api, () -> OrderSender.to(deadLettering, ground));
        sendWhileOn(chassis.feature(Features.PRIORITY_QUEUE), api, () -> OrderSender.byPriority(ground));
    }

    private static void sendWhileOn(Feature feature, ProcessingApi api, Supplier<OrderSender> sender) {
        feature.run(() -> api.through(sender.get()));
        feature.dependsOn("rabbitmq", api::ping);
    }

    private static UserCheck userCheck(Chassis chassis) {
        Switches switches = chassis.switches();
        BreakerSettings settings = new BreakerSettings(switches);
        UserBreaker breaker = new UserBreaker(Services.USER, settings, new BreakerTold(chassis.telemetry(), settings));
        switches.onChange(breaker::settingsChanged);
        switches.onReset(breaker::close);
        chassis.always().repeat("breaker window", Duration.ofMillis(500), breaker::tellCalls);
        ServiceClient users = chassis.closing(new ServiceClient(Services.ORDER, Services.USER,
                chassis.settings().uri(Variables.USER_SERVICE_URL), chassis.tokens(), chassis.telemetry()));
        RetryPause pause = new RetryPause(switches.words(SwitchNames.RETRY, SwitchNames.ROBUST, SwitchNames.NAIVE),
                switches.number(SwitchNames.RETRIES, RetryPause.RETRIES, 0, MAX_RETRIES),
                switches.number(SwitchNames.RETRY_MILLIS, RetryPause.BASE_MILLIS, 1, HOUR_MILLIS),
                () -> ThreadLocalRandom.current().nextLong());
        Feature report = chassis.feature(Features.CALL_REPORT);
        UserCheck.Report told = waiting -> {
            if (report.isOn()) {
                chassis.telemetry().figure(Figure.CALLS_WAITING, Services.ORDER, waiting);
            }
        };
        return new UserCheck(users, breaker, pause, told, switches.words(SwitchNames.SERVICE_CALL, SwitchNames.ROBUST, SwitchNames.NAIVE),
                switches.number(SwitchNames.USER_CALL_TIMEOUT_MILLIS, USER_CALL_TIMEOUT_MILLIS, 1, HOUR_MILLIS));
    }

    private static ReadModel readModel(Chassis chassis) {
        ServiceClient projection = chassis.closing(new ServiceClient(Services.ORDER, Services.PROJECTION,
                chassis.settings().uri(Variables.PROJECTION_URL), chassis.tokens(), chassis.telemetry()));
        return new ReadModel(projection,
                chassis.switches().words(SwitchNames.READ_MODEL_WRITES, SwitchNames.ROBUST, SwitchNames.NAIVE));
    }

    private static void askForPayments(Chassis chassis, Journal journal, Aggregates aggregates) {
        URI rabbit = chassis.settings().uri(Variables.RABBITMQ_URI);
        Feature asyncReply = chassis.feature(Features.ASYNC_REPLY);
        PaidOrders orders = new PaidOrders(aggregates, chassis.clock());
        Callers callers = new Callers();
        PaymentReplies replies = new PaymentReplies(journal, orders, callers, chassis.telemetry(), chassis.clock());
        QueuePublisher requests = chassis.closing(new QueuePublisher(rabbit, Services.ORDER, List.of(
                QueueSpec.plain(Queues.PAYMENT_REQUESTS), QueueSpec.plain(Queues.ORDER_PAYMENT_REPLIES)), chassis.telemetry(),
                chassis.bodies()));
        PaymentRequestRelay relay = new PaymentRequestRelay(requests, chassis.clock());
        Switches switches = chassis.switches();
        PaymentRequests api = new PaymentRequests(journal, aggregates, orders, callers, relay, new PaymentRequests.Settings(
                asyncReply::isOn, switches.words(SwitchNames.ASYNC_REPLY, SwitchNames.ROBUST, SwitchNames.NAIVE),
                switches.number(SwitchNames.REPLY_EXPIRY_SECONDS, REPLY_EXPIRY_SECONDS, 1, HOUR_MILLIS / 1000)),
                chassis.telemetry(), chassis.clock());
        chassis.routes().post("/orders/{id}/payment", api::ask);
        asyncReply.dependsOn("rabbitmq", requests::ping);
        asyncReply.run(callers::open);
        asyncReply.run("rabbitmq", () -> QueueConsumer.of(rabbit, Services.ORDER, Queues.ORDER_PAYMENT_REPLIES, chassis.telemetry(),
                chassis.bodies(), replies), QueueConsumer::ping);
        asyncReply.consume(journal, Map.of(Streams.PAYMENT_REQUEST_OUTBOX, relay));
    }

    private static void relayOutbox(Chassis chassis, Journal journal) {
        QueuePublisher queue = chassis.closing(new QueuePublisher(chassis.settings().uri(Variables.RABBITMQ_URI), Services.ORDER,
                List.of(QueueSpec.plain(Queues.NOTIFICATIONS)), chassis.telemetry(), chassis.bodies()));
        GrpcChannel payments = chassis.closing(new GrpcChannel(chassis.settings().text(Variables.PAYMENT_SERVICE_ADDRESS),
                Services.ORDER, Services.PAYMENT, chassis.tokens(), chassis.telemetry()));
        Feature notifications = chassis.feature(Features.NOTIFICATIONS);
        notifications.dependsOn("rabbitmq", queue::ping);
        notifications.consume(journal, Map.of(Streams.NOTIFICATION_OUTBOX,
                new OutboxRelay(queue, new PaymentReceipts(payments), chassis.clock())));
    }
}
