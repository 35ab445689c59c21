package dev.breakwater.contract;

/// Names of the RabbitMQ queues.
public final class Queues {
    /// Finished orders, for the notification service; durable, persistent messages.
    public static final String NOTIFICATIONS = "notifications";

    private Queues() {}
}
