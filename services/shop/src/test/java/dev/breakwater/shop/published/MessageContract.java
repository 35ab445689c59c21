package dev.breakwater.shop.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The channels, messages and operations of the AsyncAPI document.
public final class MessageContract {
    /// The schema of a queue's message's properties and headers.
    public static final String HEADERS = "schema/queue/headers.schema.json";

    private static final JsonNode DOCUMENT = Published.read(Published.ASYNCAPI);

    private MessageContract() {}

    /// @param server `redis`, `rabbitmq` or a service
    /// @param messages names
    public record Channel(String name, String address, String server, Set<String> messages) {
        public boolean isNamedAfterSomething() {
            return address.contains("{");
        }
    }

    /// @param action `send` or `receive`
    public record Operation(String service, String action, String channel, Set<String> messages) {}

    public static List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        DOCUMENT.path("channels").forEachEntry((name, channel) -> channels.add(new Channel(name, channel.path("address").asString(),
                last(channel.path("servers").path(0)), new TreeSet<>(channel.path("messages").propertyNames()))));
        return channels;
    }

    public static Channel channel(String name) {
        return channels().stream().filter(channel -> channel.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no channel " + name));
    }

    public static List<Operation> operations() {
        return DOCUMENT.path("operations").valueStream().map(operation -> new Operation(
                operation.path("tags").path(0).path("name").asString(), operation.path("action").asString(),
                last(operation.path("channel")), lasts(operation.path("messages")))).toList();
    }

    /// The services that send to the channel, or receive from it.
    public static Set<String> services(String action, String channel) {
        return operations().stream().filter(operation -> operation.action().equals(action) && operation.channel().equals(channel))
                .map(Operation::service).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Where the message's schema stands.
    public static String schema(String message) {
        return Published.referred(Published.ASYNCAPI,
                DOCUMENT.at("/components/messages/" + message + "/payload/schema/$ref").asString());
    }

    public static Set<String> messages() {
        return new TreeSet<>(DOCUMENT.at("/components/messages").propertyNames());
    }

    private static Set<String> lasts(JsonNode references) {
        return references.valueStream().map(MessageContract::last).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String last(JsonNode reference) {
        String pointer = reference.path("$ref").asString("");
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
