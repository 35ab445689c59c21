package dev.breakwater.engine.model.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {
    @Test
    void anObjectOfTextsIsRead() {
        assertEquals(Map.of("eventType", "OrderCreated", "quote", "a \"b\" \u00e9\n", "count", "3", "nested", "{\"a\":[1,\"}\"]}"),
                HeaderText.parse("""
                        { "eventType" : "OrderCreated", "quote":"a \\"b\\" \\u00e9\\n","count":3, "nested": {"a":[1,"}"]} }"""));
    }

    @Test
    void headersThatAreReadLaterAreTheSameMap() {
        Map<String, String> headers = new JsonHeaders(() -> "{\"a\":\"1\",\"b\":\"2\"}");
        assertEquals(Map.of("a", "1", "b", "2"), headers);
        assertEquals("2", headers.get("b"));
        assertEquals(null, headers.get("c"));
    }

    @Test
    void nothingIsNoHeaders() {
        assertEquals(Map.of(), HeaderText.parse(""));
        assertEquals(Map.of(), HeaderText.parse("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "{", "{\"a", "{\"a\":", "{\"a\":\"b\"", "{\"a\":\"\\u12", "{\"a\":\"\\x\"}", "[1]", "{\"a\":{}", "{,}"})
    void whatDoesNotReadIsShownAsItIs(String text) {
        assertEquals(Map.of(HeaderText.UNREAD, text), HeaderText.parse(text));
    }
}
