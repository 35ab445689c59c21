package dev.breakwater.shop.support.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonTest {
    /// Whatever the bytes are: an object comes out, or an [InvalidJsonException].
    @Property
    void anyBytesAreAnObjectOrARefusal(@ForAll byte[] bytes) {
        try {
            Json.parseObject(bytes);
        } catch (InvalidJsonException e) {
            assertEquals(false, String.valueOf(e.getMessage()).isBlank());
        }
    }

    @Example
    void deepNestingIsRefused() {
        assertThrows(InvalidJsonException.class, () -> Json.parseObject("{\"a\":".repeat(100_000)));
    }

    @Example
    void secondValueIsRefused() {
        assertThrows(InvalidJsonException.class, () -> Json.parseObject("{} {}"));
    }

    @Example
    void longNumberIsRefused() {
        assertThrows(InvalidJsonException.class, () -> Json.parseObject("{\"a\":" + "9".repeat(101) + "}"));
    }

    @Example
    void unknownFieldsAndDecimalsStayAsTheyWere() {
        String text = "{\"b\":[1,2.50,{\"c\":null}],\"a\":\"é\"}";
        assertEquals(text, Json.write(Json.parseObject(text)));
    }

    @Example
    void moneyHasTwoDecimalsAtLeastAndIsNeverHuge() {
        assertEquals(new BigDecimal("5.00"), money("5"));
        assertEquals(new BigDecimal("5.125"), money("5.125"));
        for (String bad : new String[] {"-1", "1e13", "1e999999999", "1e-999999999", "\"5\"", "null"}) {
            assertThrows(FieldException.class, () -> money(bad), bad);
        }
    }

    private static BigDecimal money(String number) {
        return Fields.of(Json.parseObject("{\"amount\":" + number + "}")).money("amount");
    }
}
