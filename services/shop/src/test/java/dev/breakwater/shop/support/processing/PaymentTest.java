package dev.breakwater.shop.support.processing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final BigDecimal LIMIT = new BigDecimal("10000.00");
    private final Payment pending = Payment.pending("o-1", BigDecimal.TEN, NOW);

    @Test
    void limitItselfIsCharged() {
        assertEquals(PaymentStatus.COMPLETED, pending.charge(LIMIT, NOW).status());
    }

    @Test
    void aboveTheLimitIsDeclined() {
        Payment declined = pending.charge(LIMIT.add(new BigDecimal("0.01")), NOW);
        assertEquals(PaymentStatus.FAILED, declined.status());
        assertEquals("amount over limit", declined.error());
    }

    @Test
    void secondChargeChangesNothing() {
        Payment charged = pending.charge(BigDecimal.TEN, NOW);
        assertSame(charged, charged.charge(BigDecimal.ONE, NOW.plusSeconds(1)));
    }

    @Test
    void chargeAfterTheRefundChangesNothing() {
        Payment cancelled = pending.refund(NOW);
        assertEquals(PaymentStatus.CANCELLED, cancelled.status());
        assertSame(cancelled, cancelled.charge(BigDecimal.TEN, NOW));
    }

    @Test
    void secondRefundChangesNothing() {
        Payment refunded = pending.charge(BigDecimal.TEN, NOW).refund(NOW);
        assertEquals(PaymentStatus.REFUNDED, refunded.status());
        assertSame(refunded, refunded.refund(NOW));
    }

    @Test
    void whatIsWrittenIsRead() {
        Payment declined = pending.charge(new BigDecimal("10000.01"), NOW).wantRefund();
        assertEquals(declined, Payment.read(declined.json()));
        Payment wanted = pending.charge(LIMIT, NOW).wantRefund();
        assertEquals(wanted, Payment.read(wanted.json()));
    }
}
