package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.contract.Variables;
import io.lettuce.core.Range;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// order-service is in charge.
final class OrchestratedSagaLiveTest extends SagaLiveCases {
    OrchestratedSagaLiveTest() throws IOException {
        super(Shop.all(Map.of(Variables.SWITCH_PREFIX + "SAGA_STYLE", SwitchNames.ORCHESTRATED)));
    }

    @Test
    void everyCommandComesFromWhoIsInCharge() throws Exception {
        String good = shop.order("keyboard");
        String missing = shop.order("sold-out");
        shop.ended(good);
        shop.ended(missing);
        shop.quiet();
        assertEquals(List.of("InitiatePayment", "ReserveInventory"), commands(good));
        assertEquals(List.of("InitiatePayment", "RefundPayment", "ReserveInventory", "CancelOrder"), commands(missing));
    }

    /// Types of the commands about one order, by stream; all of them from order-service.
    private List<String> commands(String order) {
        return Stream.of(Streams.PAYMENT_COMMANDS, Streams.INVENTORY_COMMANDS, Streams.ORDER_COMMANDS)
                .flatMap(stream -> shop.redis().xrange(stream, Range.unbounded()).stream())
                .map(entry -> entry.getBody())
                .filter(body -> body.getOrDefault("data", "").contains(order))
                .peek(body -> assertEquals(Services.ORDER, body.get("source")))
                .map(body -> String.valueOf(body.get("eventType"))).toList();
    }
}
