package dev.breakwater.shop.notification;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Services;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.EventHandler;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.Stored;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends each new user the welcome "e-mail" (a line in the log), once, and keeps the addresses fresh.
final class Welcome implements EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Redis redis;
    private final Supplier<Integer> takesMillis;

    /// @param takesMillis how long sending an e-mail takes
    Welcome(Redis redis, Supplier<Integer> takesMillis) {
        this.redis = redis;
        this.takesMillis = takesMillis;
    }

    @Override
    public Commit handle(Event event) {
        return switch (event.type()) {
            case EventTypes.USER_CREATED -> welcome(event);
            case EventTypes.USER_UPDATED -> refresh(event.fields());
            default -> new Commit();
        };
    }

    private Commit welcome(Event event) {
        Fields user = event.fields();
        String name = user.text("name");
        Commit refresh = refresh(user);
        Stored handled = redis.read(Keys.handled(Services.NOTIFICATION, event.id()));
        if (handled.exists()) {
            return new Commit();
        }
        send();
        return refresh.ifUnchanged(handled).set(handled.key(), "welcomed", REMEMBERED)
                .afterwards(() -> LOG.info("e-mail to {}: welcome, {}!", user.text("email"), name));
    }

    private void send() {
        try {
            Thread.sleep(takesMillis.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("mail", e);
        }
    }

    private Commit refresh(Fields user) {
        String id = user.optionalText("id").isPresent() ? user.id("id") : user.id("userId");
        String email = user.text("email");
        Stored known = redis.read(Keys.address(id));
        return email.equals(known.text()) ? new Commit() : new Commit().ifUnchanged(known).set(known.key(), email);
    }
}
