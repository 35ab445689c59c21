package dev.breakwater.engine.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.model.run.InvariantView;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VersionCheckTest {
    private static String held(List<String> versions) {
        VersionCheck check = new VersionCheck(new OrderBook(), () -> {
            throw new AssertionError("nothing is read here");
        });
        check.found("o-1", versions);
        InvariantView view = check.view();
        return view.held() ? "held" : view.detail();
    }

    @Test
    void versionsCountUpFromOne() {
        assertEquals("held", held(List.of("1")));
        assertEquals("held", held(List.of("1", "2", "3")));
    }

    @Test
    void versionThatStandsThereTwiceIsWrong() {
        assertEquals("1 orders, first o-1: 1, 2, 2", held(List.of("1", "2", "2")));
    }

    @Test
    void gapAndWrongOrderAndNothingAreWrong() {
        assertEquals("1 orders, first o-1: 1, 3", held(List.of("1", "3")));
        assertEquals("1 orders, first o-1: 2, 1", held(List.of("2", "1")));
        assertEquals("1 orders, first o-1: ", held(List.of()));
        assertEquals("1 orders, first o-1: 1, none", held(List.of("1", "none")));
    }
}
