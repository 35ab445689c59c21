package dev.breakwater.shop.notification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A cache: user id → e-mail address, as the user events told it last.
final class AddressBook {
    private static final int MAX_SIZE = 10_000;

    private final Map<String, String> addresses = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MAX_SIZE;
        }
    });

    void put(String userId, String email) {
        addresses.put(userId, email);
    }

    Optional<String> find(String userId) {
        return Optional.ofNullable(addresses.get(userId));
    }
}
