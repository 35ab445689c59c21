package dev.breakwater.shop.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.InvalidJsonException;
import dev.breakwater.shop.support.json.Json;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NewOrderTest {
    @Example
    void pricesComeFromTheCatalogue() {
        NewOrder order = NewOrder.read(fields("""
                {"userId":"u","items":[{"productId":"keyboard","quantity":2},{"productId":"unheard of","quantity":3}],"note":1}"""));
        assertEquals(new BigDecimal("129.80"), order.totalAmount());
    }

    @Example
    void badFieldIsNamedWithItsPlace() {
        FieldException refused = assertThrows(FieldException.class, () -> NewOrder.read(fields("""
                {"userId":"u","items":[{"productId":"keyboard","quantity":2},{"productId":"x","quantity":0}]}""")));
        assertEquals("items[1].quantity must be from 1 to 10000", refused.getMessage());
    }

    /// Whatever is sent: an order comes out, or a refusal that says why. Nothing else is thrown.
    @Property
    void anyBodyIsAnOrderOrARefusal(@ForAll("bodies") String body) {
        try {
            assertTrue(NewOrder.read(fields(body)).totalAmount().signum() > 0);
        } catch (FieldException | InvalidJsonException e) {
            assertTrue(e.getMessage() != null && !e.getMessage().isBlank());
        }
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> value = Arbitraries.of("1", "0", "-1", "1.5", "1e400", "99999999999999999999", "null", "true", "\"\"", "\"x\"",
                "\"\\ud800\"", "[]", "{}", "[{}]", "[[[]]]", "NaN", "\"1\"");
        Arbitrary<String> item = Combinators.combine(value, value).as((product, quantity) ->
                "{\"productId\":" + product + ",\"quantity\":" + quantity + "}");
        Arbitrary<String> items = Arbitraries.oneOf(value, item.list().ofMaxSize(4).map(list -> "[" + String.join(",", list) + "]"));
        Arbitrary<String> order = Combinators.combine(value, items).as((user, list) -> "{\"userId\":" + user + ",\"items\":" + list + "}");
        return Arbitraries.oneOf(order, Arbitraries.strings().ofMaxLength(50), value);
    }

    private static Fields fields(String json) {
        return Fields.of(Json.parseObject(json));
    }
}
