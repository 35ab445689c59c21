package dev.breakwater.shop.support.amqp;

import java.io.IOException;

/// What becomes of a message that could not be handled.
@FunctionalInterface
interface FailurePolicy {
    /// Acknowledges it, rejects it or gives it back.
    ///
    /// @throws IOException if the channel is lost: the broker delivers the message again
    void failed(Delivery delivery, RuntimeException why) throws IOException, InterruptedException;
}
