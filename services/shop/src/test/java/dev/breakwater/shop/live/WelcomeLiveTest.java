package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.notification.NotificationService;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.user.UserService;
import io.lettuce.core.Range;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What notification-service makes of user events.
@Tag("live")
final class WelcomeLiveTest {
    private final ListAppender<ILoggingEvent> mails = new ListAppender<>();

    @Test
    void whoIsToldOfTwiceIsWelcomedOnceAndTheNewestAddressIsKeptThroughARestart() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger("dev.breakwater.shop.notification.Welcome");
        mails.start();
        log.addAppender(mails);
        try (Shop shop = new Shop(Map.of())) {
            shop.start(Services.USER, UserService::assemble);
            Chassis notifications = shop.start(Services.NOTIFICATION, NotificationService::assemble);
            String user = shop.user();
            Map<String, String> created = shop.redis().xrange(Streams.USER_EVENTS, Range.unbounded()).getFirst().getBody();
            shop.redis().xadd(Streams.USER_EVENTS, created);
            shop.redis().xadd(Streams.USER_EVENTS, updated(created));
            Eventually.holds("all is handled", () -> shop.isDone(Streams.USER_EVENTS));
            assertEquals(1, mails.list.size());
            assertEquals(told(user), address(shop, user));
            notifications.close();
            shop.start(Services.NOTIFICATION, NotificationService::assemble);
            assertEquals(told(user), address(shop, user));
        } finally {
            log.detachAppender(mails);
        }
    }

    private static Map<String, String> updated(Map<String, String> created) {
        Map<String, String> updated = new HashMap<>(created);
        updated.put("eventType", "UserUpdated");
        updated.put("eventId", UUID.randomUUID().toString());
        updated.put("data", created.getOrDefault("data", "").replace("ann@example.org", "new@example.org"));
        return updated;
    }

    private static String told(String user) {
        return "{\"userId\":\"%s\",\"email\":\"new@example.org\"}".formatted(user);
    }

    private static String address(Shop shop, String user) throws IOException, InterruptedException {
        return shop.get(Services.NOTIFICATION, "/addresses/" + user).body();
    }
}
