package dev.breakwater.shop.support.redis;

import dev.breakwater.shop.support.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A value as it was read: what a [Commit] compares with, so that nobody's change in between is lost.
///
/// @param text null if there was none
public record Stored(String key, @Nullable String text) {
    public boolean exists() {
        return text != null;
    }

    /// @throws dev.breakwater.shop.support.json.InvalidJsonException if someone wrote something else there
    public Optional<ObjectNode> json() {
        return Optional.ofNullable(text).map(Json::parseObject);
    }
}
