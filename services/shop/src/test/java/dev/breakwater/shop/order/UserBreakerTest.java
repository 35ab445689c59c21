package dev.breakwater.shop.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.control.Switches;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.IntNode;

@Timeout(30)
class UserBreakerTest {
    private final Recorded recorded = new Recorded();
    private final Telemetry telemetry = new Telemetry("order-service", List.of(), List.of(recorded), () -> "robust");
    private Switches switches = new Switches(_ -> Optional.empty());

    private UserBreaker breaker(Map<String, String> variables) {
        switches = new Switches(name -> Optional.ofNullable(variables.get(name)));
        BreakerSettings settings = new BreakerSettings(switches);
        return new UserBreaker("user-service", settings, new BreakerTold(telemetry, settings));
    }

    private static void fail(UserBreaker breaker, int times) {
        for (int i = 0; i < times; i++) {
            assertThrows(IOException.class, () -> breaker.call(() -> {
                throw new IOException("down");
            }));
        }
    }

    private List<String> transitions() {
        telemetry.close();
        return recorded.events.stream().filter(event -> Attributes.EVENT_BREAKER_TRANSITION.equals(event.getEventName()))
                .map(event -> event.getAttributes().get(AttributeKey.stringKey(Attributes.BREAKER_REASON))).toList();
    }

    @Test
    void opensAtHalfOfFiveCallsAndSaysWhy() throws Exception {
        UserBreaker breaker = breaker(Map.of());
        for (int i = 0; i < 2; i++) {
            breaker.call(() -> "fine");
        }
        fail(breaker, 3);
        assertThrows(CallNotPermittedException.class, () -> breaker.call(() -> "fine"));
        assertEquals(List.of("3 of 5 calls failed (60 %) in the last 10 s; the limit is 50 %"), transitions());
    }

    @Test
    void opensAtExactlyHalfAndNotBelow() throws Exception {
        UserBreaker below = breaker(Map.of());
        for (int i = 0; i < 4; i++) {
            below.call(() -> "fine");
        }
        fail(below, 3);
        assertEquals("fine", below.call(() -> "fine"));
        UserBreaker half = breaker(Map.of());
        for (int i = 0; i < 3; i++) {
            half.call(() -> "fine");
        }
        fail(half, 3);
        assertThrows(CallNotPermittedException.class, () -> half.call(() -> "fine"));
    }

    /// The first call that it lets pass.
    private static String trial(UserBreaker breaker, Callable<String> call) throws Exception {
        while (true) {
            try {
                return breaker.call(call);
            } catch (CallNotPermittedException open) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void afterItsTimeOneTrialCallDecides() throws Exception {
        UserBreaker breaker = breaker(Map.of("SWITCH_BREAKER_OPEN_MILLIS", "1"));
        fail(breaker, 5);
        assertEquals("fine", trial(breaker, () -> {
            assertThrows(CallNotPermittedException.class, () -> breaker.call(() -> "a second one beside it"));
            return "fine";
        }));
        assertEquals("fine", breaker.call(() -> "fine"));
    }

    @Test
    void aTrialCallThatFailsOpensItAgain() {
        UserBreaker breaker = breaker(Map.of("SWITCH_BREAKER_OPEN_MILLIS", "1"));
        fail(breaker, 5);
        assertThrows(IOException.class, () -> trial(breaker, () -> {
            throw new IOException("still down");
        }));
        assertEquals(3, transitions().size()); // OPEN, HALF_OPEN, OPEN
    }

    @Test
    void theProfilesHaveTheirFigures() {
        assertEquals(List.of("percentage", 3000, 50, 5, 10, 30_000, 5, 60_000), new BreakerSettings(switches).values());
        UserBreaker breaker = breaker(Map.of());
        fail(breaker, 5);
        long left = breaker.openLeft().toMillis();
        assertTrue(left > 20_000 && left <= 30_000, () -> left + " ms");
    }

    @Test
    void staysClosedBelowFiveCalls() throws Exception {
        UserBreaker breaker = breaker(Map.of());
        fail(breaker, 4);
        assertEquals(List.of(), transitions());
    }

    @Test
    void countProfileOpensAfterFiveFailuresInARowOnly() throws Exception {
        UserBreaker breaker = breaker(Map.of("SWITCH_BREAKER_PROFILE", "count"));
        fail(breaker, 4);
        breaker.call(() -> "fine");
        fail(breaker, 4);
        assertEquals("fine", breaker.call(() -> "fine"));
        fail(breaker, 5);
        assertEquals(List.of("5 of 5 calls failed (100 %) in the last 5 calls; the limit is 100 %"), transitions());
    }

    @Test
    void newSettingsCloseIt() throws Exception {
        UserBreaker breaker = breaker(Map.of());
        fail(breaker, 5);
        switches.set(SwitchNames.BREAKER_MINIMUM_CALLS, IntNode.valueOf(7));
        breaker.settingsChanged();
        assertEquals("fine", breaker.call(() -> "fine"));
        assertEquals("the settings were changed", transitions().getLast());
    }

    /// Any switch of the service may be turned while a breaker is open for good reason.
    @Test
    void otherSwitchesLeaveItOpen() {
        UserBreaker breaker = breaker(Map.of());
        fail(breaker, 5);
        breaker.settingsChanged();
        assertThrows(CallNotPermittedException.class, () -> breaker.call(() -> "fine"));
    }

    /// Keeps what would have been sent.
    private static final class Recorded implements LogRecordExporter {
        final ConcurrentLinkedQueue<LogRecordData> events = new ConcurrentLinkedQueue<>();

        @Override
        public CompletableResultCode export(Collection<LogRecordData> logs) {
            events.addAll(logs);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
