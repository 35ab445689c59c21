package dev.breakwater.engine.audit;

import dev.breakwater.contract.EventFields;
import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.MessageKey;
import dev.breakwater.contract.Streams;
import dev.breakwater.engine.model.run.InvariantView;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Whether each user was created once: the clients of the lab never sign up twice with one e-mail address. One thread.
final class UserCheck {
    /// Of so many users the addresses are kept; older ones are forgotten, and stay in the count.
    private static final int MAX_USERS = 100_000;

    private final MessageKey key;
    private final StreamTail events;
    private final Map<String, Integer> byAddress = new LinkedHashMap<>();
    private long bodies;
    private long readable;
    private long created;
    private long twice;
    private String firstTwice = "";

    /// @param key with which the events may be encrypted
    UserCheck(Supplier<RedisCommands<String, String>> redis, MessageKey key) {
        this.key = key;
        events = new StreamTail(redis, Streams.USER_EVENTS);
    }

    InvariantView read() throws BrokerUnreadableException {
        events.read(this::take);
        return view();
    }

    private void take(StreamMessage<String, String> entry) {
        Map<String, String> fields = entry.getBody();
        String data = fields.getOrDefault(EventFields.DATA, "");
        bodies++;
        readable += MessageKey.isToken(data) ? 0 : 1;
        if (EventTypes.USER_CREATED.equals(fields.get(EventFields.EVENT_TYPE))) {
            EventJson.opened(data, key).ifPresent(json -> created(json.path("email").asString("")));
        }
    }

    void created(String address) {
        created++;
        if (byAddress.merge(address, 1, Integer::sum) > 1) {
            twice++;
            firstTwice = firstTwice.isEmpty() ? address : firstTwice;
        }
        if (byAddress.size() > MAX_USERS) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
    }

    /// Whether what is told of users can be read by whoever looks.
    InvariantView encrypted() {
        return readable == 0 ? new InvariantView(Invariants.BODIES_ENCRYPTED, true, "%d events, all of them ciphertext".formatted(bodies))
                : new InvariantView(Invariants.BODIES_ENCRYPTED, false,
                        "%d of %d events can be read by whoever looks".formatted(readable, bodies));
    }

    InvariantView view() {
        return twice == 0 ? new InvariantView(Invariants.USERS_CREATED_ONCE, true, "%d users, each created once".formatted(created))
                : new InvariantView(Invariants.USERS_CREATED_ONCE, false,
                        "%d of %d users were created again, first %s".formatted(twice, created, firstTwice));
    }
}
