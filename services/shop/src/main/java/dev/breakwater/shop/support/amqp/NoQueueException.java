package dev.breakwater.shop.support.amqp;

/// The broker has given a message back: no queue takes what is sent there.
final class NoQueueException extends RefusedException {
    NoQueueException(String routingKey) {
        super("no queue takes what is sent to " + routingKey);
    }

    static boolean isBehind(Throwable outage) {
        for (Throwable why = outage; why != null; why = why.getCause()) {
            if (why instanceof NoQueueException) {
                return true;
            }
        }
        return false;
    }
}
