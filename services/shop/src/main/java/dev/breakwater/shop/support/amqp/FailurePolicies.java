package dev.breakwater.shop.support.amqp;

import java.io.IOException;
import java.time.Duration;

/// The simple answers to a message that could not be handled.
final class FailurePolicies {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private FailurePolicies() {}

    /// Naive: back it goes, whatever it was. One that can never be handled comes round for ever.
    static void giveBack(Delivery delivery, RuntimeException why) throws IOException {
        delivery.requeue();
    }

    /// Nothing is wrong with the message: it goes back to its place, and comes again a little later.
    static void afterOutage(Delivery delivery) throws IOException, InterruptedException {
        Thread.sleep(PAUSE);
        delivery.requeue();
    }
}
