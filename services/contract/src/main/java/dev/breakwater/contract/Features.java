package dev.breakwater.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Parts of services that can be switched off and on while they run. Each is a switch of its service, named `feature.<name>`, whose
/// value is [#ON] or [#OFF].
public final class Features {
    /// Takes part in the choreographed saga of the orders.
    public static final String SAGA = "saga";
    /// Carries the ends of orders to the clients that watch them, through the queue `notifications`.
    public static final String NOTIFICATIONS = "notifications";
    /// Sends new users an e-mail.
    public static final String WELCOME = "welcome";

    /// Folds the order events into the read model.
    public static final String READ_MODEL = "read-model";

    /// P5: orders to be charged go through the queue `order-processing`.
    public static final String MESSAGE_QUEUE = "message-queue";
    /// P6: they go through `urgent-orders`.
    public static final String PRIORITY_QUEUE = "priority-queue";
    /// P7: order-worker takes them from `order-processing`.
    public static final String WORK_QUEUE = "work-queue";
    /// P8: they go through `order-processing`, and what cannot be charged goes to `failed-orders`.
    public static final String DEAD_LETTERS = "dead-letters";
    /// P13: carries requests for payment to payment-service, and takes its replies.
    public static final String ASYNC_REPLY = "async-reply";

    /// P16: tells how the check of each token ended.
    public static final String TOKEN_REPORT = "token-report";

    /// P1, P4: tells which requests had come before.
    public static final String REPETITION_REPORT = "repetition-report";

    /// P2: tells how many calls wait for user-service.
    public static final String CALL_REPORT = "call-report";

    public static final String ON = "on";
    public static final String OFF = "off";

    /// What some services can be switched to do beside.
    private static final Map<String, List<String>> OF_SERVICE = Map.of(
            Services.ORDER, List.of(SAGA, NOTIFICATIONS, MESSAGE_QUEUE, PRIORITY_QUEUE, DEAD_LETTERS, ASYNC_REPLY, CALL_REPORT),
            Services.PAYMENT, List.of(SAGA, MESSAGE_QUEUE, PRIORITY_QUEUE, DEAD_LETTERS, ASYNC_REPLY, REPETITION_REPORT),
            Services.USER, List.of(REPETITION_REPORT),
            Services.INVENTORY, List.of(SAGA),
            Services.PROJECTION, List.of(READ_MODEL),
            Services.NOTIFICATION, List.of(NOTIFICATIONS, WELCOME),
            Services.WORKER, List.of(WORK_QUEUE));

    /// What every service can be switched to do.
    private static final List<String> OF_ALL = List.of(TOKEN_REPORT);

    private static final String PREFIX = "feature.";

    private Features() {}

    /// What a service can be switched to do.
    public static List<String> of(String service) {
        return Stream.concat(OF_SERVICE.getOrDefault(service, List.of()).stream(), OF_ALL.stream()).toList();
    }

    /// The name of the feature's switch.
    public static String switchOf(String feature) {
        return PREFIX + feature;
    }
}
