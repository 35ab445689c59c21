package dev.breakwater.shop.support.redis;

import dev.breakwater.contract.Streams;
import java.util.ArrayList;
import java.util.List;

/// Puts entries that nobody can handle on the stream's dead stream: as they were, and with the reason.
final class DeadLetters {
    private static final Script BURY = new Script("bury.lua");

    private DeadLetters() {}

    /// @return false if someone else had done it
    static boolean bury(Redis redis, Delivery delivery, String why) {
        List<String> arguments = new ArrayList<>(List.of(delivery.group(), delivery.entryId()));
        delivery.fields().forEach((field, value) -> {
            arguments.add(field);
            arguments.add(value);
        });
        arguments.addAll(List.of("deadReason", why, "deadGroup", delivery.group(), "deadEntryId", delivery.entryId()));
        String[] keys = {delivery.stream(), Streams.dead(delivery.stream())};
        return redis.call(commands -> BURY.run(commands, keys, arguments.toArray(String[]::new))).contains("buried");
    }
}
