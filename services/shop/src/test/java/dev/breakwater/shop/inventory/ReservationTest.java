package dev.breakwater.shop.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReservationTest {
    private static Fields message(String items) {
        return Fields.of(Json.parseObject("{\"items\":" + items + "}"));
    }

    @Test
    void sameProductTwiceCountsTogether() {
        Reservation reservation = new Reservation("o-1", ReservationStatus.REQUESTED, Reservation.items(message("""
                [{"productId":"a","quantity":1},{"productId":"b","quantity":2},{"productId":"a","quantity":3}]""")));
        assertEquals(Map.of("a", 4L, "b", 2L), reservation.units());
    }

    @Test
    void unknownFieldsOfAnItemAreKept() {
        Reservation reservation = new Reservation("o-1", ReservationStatus.REQUESTED,
                Reservation.items(message("[{\"productId\":\"a\",\"quantity\":1,\"colour\":\"red\"}]")));
        assertEquals("red", Reservation.read(reservation.json()).items().get(0).path("colour").asString());
    }

    @Test
    void itemsWithoutAQuantityAreRefused() {
        FieldException refused = assertThrows(FieldException.class, () -> Reservation.items(message("[{\"productId\":\"a\"}]")));
        assertEquals("items[0].quantity", refused.field());
    }
}
