package dev.breakwater.shop.worker;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Queues;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.support.amqp.OrderQueue;
import dev.breakwater.shop.support.amqp.QueueConsumer;
import dev.breakwater.shop.support.amqp.QueueSpec;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Main;
import dev.breakwater.shop.support.control.Switch;
import dev.breakwater.shop.support.control.Switches;
import dev.breakwater.shop.support.processing.Work;

/// One of the processes that share the work of one queue. Robust: it takes the next order when it is done with the last one. Naive: the
/// broker hands it whatever is there, and the others go idle.
public final class OrderWorker {
    private static final int MAX_PREFETCH = 1000;
    private static final int LEAST_WORK_MILLIS = 1000;
    private static final int MOST_WORK_MILLIS = 5000;

    private OrderWorker() {}

    public static void main(String[] args) {
        Main.run(System.getenv().getOrDefault(Variables.INSTANCE, Services.WORKER), OrderWorker::assemble);
    }

    public static void assemble(Chassis chassis) {
        Switches switches = chassis.switches();
        Switch<String> variant = switches.words(SwitchNames.PROCESSING, SwitchNames.ROBUST, SwitchNames.NAIVE);
        Switch<Integer> prefetch = switches.number(SwitchNames.PREFETCH, 1, 0, MAX_PREFETCH);
        Work work = new Work(chassis.settings().seed(), switches, LEAST_WORK_MILLIS, MOST_WORK_MILLIS);
        Charges charges = new Charges(chassis.journal(chassis.redis()), chassis.service(), work, chassis.telemetry(), chassis.clock());
        OrderQueue queue = new OrderQueue(chassis.settings().uri(Variables.RABBITMQ_URI), chassis.service(),
                QueueSpec.plain(Queues.ORDER_PROCESSING), () -> variant.get().equals(SwitchNames.NAIVE) ? 0 : prefetch.get(),
                chassis.telemetry(), chassis.bodies());
        chassis.feature(Features.WORK_QUEUE).run("rabbitmq", () -> queue.consume(charges), QueueConsumer::ping);
    }
}
