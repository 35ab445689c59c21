package dev.breakwater.contract;

import java.util.List;
import java.util.stream.IntStream;

/// The names of the shop's services: process names, `service.name` in telemetry, `X-Service` in calls, `service` in tokens.
public final class Services {
    public static final String USER = "user-service";
    public static final String ORDER = "order-service";
    public static final String PAYMENT = "payment-service";
    public static final String INVENTORY = "inventory-service";
    public static final String NOTIFICATION = "notification-service";
    public static final String PROJECTION = "order-projection";

    /// Takes orders from the queue, in as many processes as are wanted; each has a number: [#workers()].
    public static final String WORKER = "order-worker";
    public static final int MAX_WORKERS = 6;

    /// Whoever calls the shop from outside: the load generator.
    public static final String CLIENT = "client";

    /// Every service of the shop, in the order in which orders reach them.
    public static final List<String> ALL = List.of(USER, ORDER, PAYMENT, INVENTORY, PROJECTION, NOTIFICATION, WORKER);

    private Services() {}

    /// The names of all workers that there can be: `order-worker-1` and so on.
    public static List<String> workers() {
        return IntStream.rangeClosed(1, MAX_WORKERS).mapToObj(number -> WORKER + "-" + number).toList();
    }

    /// The processes of a service: itself, or its numbered instances.
    public static List<String> instances(String service) {
        return service.equals(WORKER) ? workers() : List.of(service);
    }

    /// Every process that there can be.
    public static List<String> processes() {
        return ALL.stream().flatMap(service -> instances(service).stream()).toList();
    }

    /// The service of which `name` is an instance; `name` itself where there is only one.
    public static String of(String name) {
        return workers().contains(name) ? WORKER : name;
    }
}
