package dev.breakwater.shop.user;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.outage.Patience;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.CommitResult;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.Stored;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The users in Redis.
final class Users {
    private final Journal journal;
    private final InstantSource clock;

    Users(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Optional<User> find(String id) {
        return journal.redis().read(Keys.user(id)).json().map(json -> User.read(Fields.of(json)));
    }

    /// What makes a new user.
    Commit creation(User user) {
        return new Commit()
                .ifUnchanged(new Stored(Keys.user(user.id()), null))
                .set(Keys.user(user.id()), Json.write(user.json()))
                .send(Streams.USER_EVENTS, event(EventTypes.USER_CREATED, user));
    }

    /// Changes a user; empty if there is none.
    Optional<User> update(User user) {
        while (true) {
            Stored before = Patience.with(() -> journal.redis().read(Keys.user(user.id())));
            Optional<ObjectNode> json = before.json();
            if (json.isEmpty() || json.get().setAll(user.json()).equals(before.json().orElseThrow())) {
                return json.map(_ -> user);
            }
            Commit change = new Commit().ifUnchanged(before).set(before.key(), Json.write(json.get()))
                    .send(Streams.USER_EVENTS, event(EventTypes.USER_UPDATED, user));
            if (Patience.with(() -> journal.commit(change)) instanceof CommitResult.Committed) {
                return Optional.of(user);
            }
        }
    }

    private Event event(String type, User user) {
        ObjectNode data = user.json().put("userId", user.id());
        return Event.of(type, Services.USER, user.id(), data, clock.instant());
    }
}
