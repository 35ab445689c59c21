package dev.breakwater.contract;

import java.util.List;

/// The names of the shop's services: process names, `service.name` in telemetry, `X-Service` in calls, `service` in tokens.
public final class Services {
    public static final String USER = "user-service";
    public static final String ORDER = "order-service";
    public static final String PAYMENT = "payment-service";
    public static final String INVENTORY = "inventory-service";
    public static final String NOTIFICATION = "notification-service";
    public static final String PROJECTION = "order-projection";

    /// Whoever calls the shop from outside: the load generator.
    public static final String CLIENT = "client";

    /// Every service of the shop, in the order in which orders reach them.
    public static final List<String> ALL = List.of(USER, ORDER, PAYMENT, INVENTORY, PROJECTION, NOTIFICATION);

    private Services() {}
}
