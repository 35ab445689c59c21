package dev.breakwater.shop.inventory;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Services;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Feature;
import dev.breakwater.shop.support.chassis.Main;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.SagaVariant;
import java.time.Duration;

/// Keeps the stock: takes it for orders that are paid, gives it back when an order is cancelled.
public final class InventoryService {
    private InventoryService() {}

    public static void main(String[] args) {
        Main.run(Services.INVENTORY, InventoryService::assemble);
    }

    public static void assemble(Chassis chassis) {
        Redis redis = chassis.redis();
        Stock stock = new Stock(redis);
        chassis.routes().get("/stock/{productId}", request -> Reply.ok(Json.object()
                .put("productId", request.path("productId")).put("units", stock.units(request.path("productId")))));
        Feature saga = chassis.feature(Features.SAGA);
        Reservations reservations = new Reservations(redis, stock, chassis.clock());
        saga.consume(chassis.journal(redis), new InventoryHandlers(reservations, new SagaVariant(chassis.switches())).byStream());
        saga.repeat("laying out the stock", Duration.ofSeconds(10), stock::lay);
    }
}
