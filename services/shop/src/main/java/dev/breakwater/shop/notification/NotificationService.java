package dev.breakwater.shop.notification;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Queues;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.support.amqp.QueueConsumer;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Main;
import dev.breakwater.shop.support.control.Switch;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Reading;
import dev.breakwater.shop.support.redis.Redis;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Pushes the end of each order to the WebSocket clients that watch it, and welcomes new users.
public final class NotificationService {
    private NotificationService() {}

    public static void main(String[] args) {
        Main.run(Services.NOTIFICATION, NotificationService::assemble);
    }

    public static void assemble(Chassis chassis) {
        Redis redis = chassis.redis();
        Switch<String> recovery = chassis.switches().words(SwitchNames.RECOVERY, SwitchNames.ROBUST, SwitchNames.NAIVE);
        Welcome welcome = new Welcome(redis, chassis.switches().number(SwitchNames.WELCOME_MILLIS, 0, 0, 10_000));
        Reading reading = new Reading(chassis.switches().number(SwitchNames.GROUP_BATCH, Reading.BATCH, 1, 1_000),
                chassis.switches().number(SwitchNames.GROUP_BLOCK_MILLIS, Reading.BLOCK_MILLIS, 1, Reading.MOST_BLOCK_MILLIS),
                () -> recovery.get().equals(SwitchNames.ROBUST));
        chassis.feature(Features.WELCOME).consume(chassis.journal(redis), Map.of(Streams.USER_EVENTS, welcome),
                chassis.switches().number(SwitchNames.GROUP_MEMBERS, 1, 1, 8), reading);
        chassis.routes().get("/addresses/{userId}", request -> Optional.ofNullable(redis.read(Keys.address(request.path("userId"))).text())
                .map(email -> Reply.ok(Json.object().put("userId", request.path("userId")).put("email", email)))
                .orElseThrow(() -> ApiException.notFound("User not found")));

        Watchers watchers = new Watchers();
        chassis.webSocket("/ws", () -> new Watcher(watchers));
        URI rabbit = chassis.settings().uri(Variables.RABBITMQ_URI);
        chassis.feature(Features.NOTIFICATIONS).run("rabbitmq", () -> QueueConsumer.of(rabbit, Services.NOTIFICATION,
                Queues.NOTIFICATIONS, chassis.telemetry(), chassis.bodies(), new Notifications(watchers, chassis.telemetry())),
                QueueConsumer::ping);
    }
}
