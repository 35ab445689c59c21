package dev.breakwater.shop.support.amqp;

/// Works on a message. When it returns, the message is acknowledged.
@FunctionalInterface
public interface MessageHandler {
    /// @throws dev.breakwater.shop.support.json.FieldException if the message cannot be read: it is rejected for good
    void handle(Message message) throws InterruptedException;
}
