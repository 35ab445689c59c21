package dev.breakwater.shop.projection;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Feature;
import dev.breakwater.shop.support.chassis.Main;
import dev.breakwater.shop.support.control.Switch;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Redis;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/// The read side: order events in, queries out.
public final class ProjectionService {
    private ProjectionService() {}

    public static void main(String[] args) {
        Main.run(Services.PROJECTION, ProjectionService::assemble);
    }

    public static void assemble(Chassis chassis) {
        Redis redis = chassis.redis();
        Switch<String> writes = chassis.switches().words(SwitchNames.READ_MODEL_WRITES, SwitchNames.ROBUST, SwitchNames.NAIVE);
        BooleanSupplier folds = () -> writes.get().equals(SwitchNames.ROBUST);
        Semaphore rebuildWanted = new Semaphore(0);
        ReadModelStore store = chassis.closing(new ReadModelStore(chassis.settings().text(Variables.MONGODB_URI), () -> {
            if (folds.getAsBoolean()) {
                rebuildWanted.release();
            }
        }));
        chassis.health().dependsOn("mongodb", store::ping);
        Rebuild rebuild = new Rebuild(redis, chassis.bodies(), store, rebuildWanted, chassis.telemetry());
        chassis.switches().onChange(new Mending(folds, rebuild::want));
        Projection projection = new Projection(store, chassis.telemetry(), chassis.clock(), folds);
        Queries queries = new Queries(store, chassis.telemetry());
        chassis.routes()
                .get("/orders/{id}", queries::order)
                .put("/orders/{id}", new DirectWrites(projection)::put)
                .get("/users/{id}/orders", queries::ordersOfUser)
                .post("/read-model/rebuild", _ -> {
                    rebuild.want();
                    return Reply.of(202, Json.object().put("status", "rebuilding"));
                });
        Feature readModel = chassis.feature(Features.READ_MODEL);
        readModel.consume(chassis.journal(redis), Map.of(Streams.ORDER_EVENTS, projection));
        readModel.repeat("rebuilding the read model", Duration.ZERO, rebuild::round);
    }
}
