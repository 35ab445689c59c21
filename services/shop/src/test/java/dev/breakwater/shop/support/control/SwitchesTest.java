package dev.breakwater.shop.support.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

class SwitchesTest {
    private final Map<String, String> variables = Map.of("SWITCH_BREAKER_OPEN_MILLIS", "250");
    private final Switches switches = new Switches(name -> Optional.ofNullable(variables.get(name)));
    private final Switch<String> retry = switches.words("retry", "robust", "naive");
    private final Switch<Integer> open = switches.number("breaker.open-millis", 30_000, 1, 60_000);

    private static @Nullable JsonNode value(String json) {
        return Json.parseObject("{\"value\":" + json + "}").get("value");
    }

    @Test
    void variableSetsTheFirstValue() {
        assertEquals(250, open.get());
        assertEquals("robust", retry.get());
    }

    @Test
    void senselessVariableIsRefused() {
        Switches others = new Switches(name -> Optional.of("soon"));
        assertThrows(IllegalArgumentException.class, () -> others.number("breaker.open-millis", 1, 1, 2));
    }

    @Test
    void changeIsSeenAndTold() {
        boolean[] told = {false};
        switches.onChange(() -> told[0] = true);
        assertTrue(switches.set("retry", value("\"naive\"")));
        assertEquals("naive", retry.get());
        assertTrue(told[0]);
        assertEquals("{\"breaker.open-millis\":250,\"retry\":\"naive\"}", Json.write(switches.values()));
    }

    @Test
    void allAtOnceSetsTheOthersToWhatIsUsual() {
        boolean[] reset = {false};
        switches.onReset(() -> reset[0] = true);
        switches.setAll(Json.parseObject("{\"retry\":\"naive\"}"));
        assertEquals("naive", retry.get());
        assertEquals(30_000, open.get());
        assertTrue(reset[0]);
    }

    @Test
    void oneWrongValueAmongAllChangesNone() {
        FieldException wrong = assertThrows(FieldException.class,
                () -> switches.setAll(Json.parseObject("{\"breaker.open-millis\":7,\"retry\":\"never\"}")));
        assertEquals("retry must be one of robust, naive", wrong.getMessage());
        assertThrows(FieldException.class, () -> switches.setAll(Json.parseObject("{\"rety\":\"naive\"}")));
        assertEquals(250, open.get());
    }

    @Test
    void wrongValueLeavesItAsItIs() {
        for (String bad : new String[] {"\"never\"", "1", "null"}) {
            assertThrows(FieldException.class, () -> switches.set("retry", value(bad)));
        }
        for (String bad : new String[] {"0", "60001", "1.5", "\"5\"", "1e99"}) {
            assertThrows(FieldException.class, () -> switches.set("breaker.open-millis", value(bad)));
        }
        assertEquals("robust", retry.get());
        assertEquals(250, open.get());
    }

    @Test
    void unknownSwitchIsUnknown() {
        assertFalse(switches.set("warp", value("1")));
    }
}
