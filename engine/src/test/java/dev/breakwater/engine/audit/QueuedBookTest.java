package dev.breakwater.engine.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.run.AcceptedOrder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class QueuedBookTest {
    private static final Instant T0 = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final QueuedBook book = new QueuedBook();

    @Test
    void whatIsChargedOrDeadHasEnded() {
        accept("a", false, 0);
        accept("b", false, 1);
        assertFalse(book.settled());
        book.charged("a", at(2));
        book.dead("b");
        assertTrue(book.settled());
        assertTrue(book.everyMessageEnds(at(1000), Instant.MIN, Duration.ZERO).held());
    }

    @Test
    void whatIsChargedAfterItsReplayIsDeadNoMore() {
        accept("a", false, 0);
        book.dead("a");
        book.charged("a", at(1));
        book.dead("a");
        assertEquals("1 accepted, 1 charged, 0 dead letters, 0 on their way",
                book.everyMessageEnds(at(2), Instant.MIN, Duration.ZERO).detail());
    }

    @Test
    void whatIsLostDoesNotEnd() {
        accept("a", false, 0);
        assertTrue(book.everyMessageEnds(at(59), Instant.MIN, MINUTE).held());
        assertFalse(book.everyMessageEnds(at(61), Instant.MIN, MINUTE).held());
    }

    @Test
    void nothingIsLateWhileSomethingIsBroken() {
        accept("a", false, 0);
        assertTrue(book.everyMessageEnds(at(1000), Instant.MAX, MINUTE).held());
    }

    @Test
    void aChargeMayBeReadBeforeTheClientTellsOfTheOrder() {
        book.charged("a", at(1));
        accept("a", false, 2);
        assertTrue(book.settled());
    }

    @Test
    void anUrgentOrderThatGoesFirstHasOvertaken() {
        for (int i = 0; i < 10; i++) {
            accept("o" + i, false, i);
        }
        accept("u", true, 10);
        book.charged("o0", at(11));
        book.charged("u", at(12));
        for (int i = 1; i < 10; i++) {
            book.charged("o" + i, at(12 + i));
        }
        assertTrue(book.urgentFirst().held(), book.urgentFirst()::detail);
    }

    @Test
    void oneThatStandsInTheLineHasNot() {
        for (int i = 0; i < 10; i++) {
            accept("o" + i, false, i);
        }
        accept("u", true, 10);
        for (int i = 0; i < 10; i++) {
            book.charged("o" + i, at(11 + i));
        }
        book.charged("u", at(30));
        assertFalse(book.urgentFirst().held());
    }

    @Test
    void anOrderOfWhichNoClientTellsHoldsUpTheOthersForAWhileOnly() {
        book.charged("whose client got no answer", at(0));
        for (int i = 0; i < 10; i++) {
            accept("o" + i, false, i);
        }
        accept("u", true, 10);
        for (int i = 0; i < 10; i++) {
            book.charged("o" + i, at(11 + i));
        }
        book.charged("u", at(22));
        assertFalse(book.urgentFirst().held(), book.urgentFirst()::detail);
    }

    @Test
    void othersThatWereChargedBeforeItCameDoNotCount() {
        for (int i = 0; i < 10; i++) {
            accept("o" + i, false, 0);
            book.charged("o" + i, at(1));
        }
        accept("u", true, 10);
        book.charged("u", at(11));
        assertTrue(book.urgentFirst().held());
    }

    private void accept(String id, boolean urgent, int second) {
        book.accepted(new AcceptedOrder(id, urgent, at(second)));
    }

    private static Instant at(int second) {
        return T0.plusSeconds(second);
    }
}
