package dev.breakwater.engine.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class DidYouMeanTest {
    private static final List<String> NAMES = List.of("latency", "down", "reset_peer");

    @Test
    void aSlipOfTheFingerIsSeenThrough() {
        assertEquals(Optional.of("latency"), DidYouMean.nearest("latnecy", NAMES));
        assertEquals(Optional.of("reset_peer"), DidYouMean.nearest("reset-peer", NAMES));
        assertEquals("; did you mean down?", DidYouMean.hint("dwon", NAMES));
    }

    @Test
    void somethingElseGetsTheWholeList() {
        assertEquals("; there is latency, down, reset_peer", DidYouMean.hint("earthquake", NAMES));
    }

    @Property
    void distanceIsThatOfAMetric(@ForAll @StringLength(max = 8) String a, @ForAll @StringLength(max = 8) String b) {
        assertEquals(DidYouMean.distance(a, b), DidYouMean.distance(b, a));
        assertEquals(a.equals(b), DidYouMean.distance(a, b) == 0);
    }
}
