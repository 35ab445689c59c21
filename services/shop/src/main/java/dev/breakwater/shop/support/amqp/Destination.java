package dev.breakwater.shop.support.amqp;

/// Where a message is sent.
///
/// @param exchange empty for the default one, which knows each queue by its name
public record Destination(String exchange, String routingKey) {
    public static Destination queue(String name) {
        return new Destination("", name);
    }
}
