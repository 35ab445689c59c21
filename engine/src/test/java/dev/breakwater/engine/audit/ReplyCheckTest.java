package dev.breakwater.engine.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.run.InvariantView;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplyCheckTest {
    @Test
    void whatStillWaitsIsWrongAtTheEndAlone() {
        assertTrue(ReplyCheck.view(3, List.of("a"), false).held());
        assertEquals(new InvariantView("every-payment-answered", false,
                "3 requests wait for their reply, 0 orders are paid and not confirmed"), ReplyCheck.view(3, List.of(), true));
    }

    @Test
    void whoHasPaidForAnOpenOrderIsNamed() {
        assertEquals(new InvariantView("every-payment-answered", false,
                "0 requests wait for their reply, 2 orders are paid and not confirmed, first a"),
                ReplyCheck.view(0, List.of("a", "b"), true));
    }

    @Test
    void whenAllIsAnsweredItHolds() {
        assertTrue(ReplyCheck.view(0, List.of(), true).held());
    }
}
