package dev.breakwater.shop.projection;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Feature;
import dev.breakwater.shop.support.chassis.Main;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Redis;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// The read side: order events in, queries out.
public final class ProjectionService {
    private ProjectionService() {}

    public static void main(String[] args) {
        Main.run(Services.PROJECTION, ProjectionService::assemble);
    }

    public static void assemble(Chassis chassis) {
        Redis redis = chassis.redis();
        Semaphore rebuildWanted = new Semaphore(0);
        ReadModelStore store = chassis.closing(new ReadModelStore(chassis.settings().text(Variables.MONGODB_URI), rebuildWanted::release));
        chassis.health().dependsOn("mongodb", store::ping);
        Rebuild rebuild = new Rebuild(redis, store, rebuildWanted);
        Queries queries = new Queries(store, chassis.telemetry());
        chassis.routes()
                .get("/orders/{id}", queries::order)
                .get("/users/{id}/orders", queries::ordersOfUser)
                .post("/read-model/rebuild", _ -> {
                    rebuild.want();
                    return Reply.of(202, Json.object().put("status", "rebuilding"));
                });
        Feature readModel = chassis.feature(Features.READ_MODEL);
        readModel.consume(chassis.journal(redis), Map.of(Streams.ORDER_EVENTS, new Projection(store, chassis.telemetry())));
        readModel.repeat("rebuilding the read model", Duration.ZERO, rebuild::round);
    }
}
