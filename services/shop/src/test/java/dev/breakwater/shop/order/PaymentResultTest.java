package dev.breakwater.shop.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import org.junit.jupiter.api.Test;

class PaymentResultTest {
    private static PaymentResult read(String reply) {
        return PaymentResult.read(Fields.of(Json.parseObject(reply)));
    }

    @Test
    void onlySuccessIsWanted() {
        assertEquals(new PaymentResult(true, "", ""), read("{\"paymentResult\":{\"success\":true,\"more\":[]}}"));
        assertEquals(new PaymentResult(false, "p-1", "amount over limit"),
                read("{\"paymentResult\":{\"success\":false,\"paymentId\":\"p-1\",\"error\":\"amount over limit\"}}"));
    }

    @Test
    void whatIsMissingOrOfAnotherTypeIsNamed() {
        assertEquals("paymentResult is missing", refusal("{}"));
        assertEquals("paymentResult must be an object", refusal("{\"paymentResult\":true}"));
        assertEquals("paymentResult.success is missing", refusal("{\"paymentResult\":{}}"));
        assertEquals("paymentResult.success must be true or false", refusal("{\"paymentResult\":{\"success\":\"true\"}}"));
    }

    private static String refusal(String reply) {
        return String.valueOf(assertThrows(FieldException.class, () -> read(reply)).getMessage());
    }
}
