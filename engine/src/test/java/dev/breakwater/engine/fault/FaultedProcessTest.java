package dev.breakwater.engine.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.breakwater.engine.link.HealFailedException;
import dev.breakwater.engine.link.Injection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class FaultedProcessTest {
    private final FakePart part = new FakePart("payment-service", false);
    private final FaultedProcess process = new FaultedProcess(part);

    @Test
    void aKilledProcessIsStartedByTheHeal() throws Exception {
        Injection kill = process.kill();
        assertEquals(FakePart.State.DEAD, part.state());
        kill.heal();
        kill.heal();
        assertEquals(FakePart.State.RUNS, part.state());
        assertEquals(1, part.starts());
    }

    @Test
    void aPausedProcessThatDiedIsStartedByTheHeal() throws Exception {
        Injection pause = process.pause();
        part.kill();
        pause.heal();
        assertEquals(FakePart.State.RUNS, part.state());
        assertEquals(1, part.starts());
    }

    @Test
    void aDeadProcessCannotBePaused() {
        part.kill();
        assertEquals("payment-service is not running, so it cannot be paused; restart it first",
                assertThrows(IOException.class, process::pause).getMessage());
    }

    @Test
    void aRestartEndsKillsAndPauses() throws Exception {
        Injection kill = process.kill();
        Injection pause = process.pause();
        Injection restart = process.restart();
        assertFalse(kill.standing());
        assertFalse(pause.standing());
        restart.heal();
        assertEquals(FakePart.State.RUNS, part.state());
        kill.heal();
        pause.heal();
        assertEquals(1, part.starts());
    }

    @Test
    void aHealThatFailedCanBeTriedAgain() throws Exception {
        Injection kill = process.kill();
        part.refuseToStart(true);
        assertEquals("payment-service did not start: port 1234 is taken; free it",
                assertThrows(HealFailedException.class, kill::heal).getMessage());
        part.refuseToStart(false);
        kill.heal();
        assertEquals(FakePart.State.RUNS, part.state());
    }

    enum Move { KILL, PAUSE, HEAL_OLDEST_KILL, HEAL_OLDEST_PAUSE, DIE }

    @Property
    void killsComeBeforePausesInWhateverOrderTheyComeAndGo(@ForAll @Size(max = 20) List<Move> moves) throws Exception {
        List<Injection> kills = new ArrayList<>();
        List<Injection> pauses = new ArrayList<>();
        FakePart own = new FakePart("redis", true);
        FaultedProcess held = new FaultedProcess(own);
        for (Move move : moves) {
            move(move, held, own, kills, pauses);
            if (!kills.isEmpty()) {
                assertEquals(FakePart.State.DEAD, own.state());
            } else if (move != Move.DIE && own.alive()) {
                assertEquals(pauses.isEmpty() ? FakePart.State.RUNS : FakePart.State.PAUSED, own.state());
            }
        }
        for (Injection left : kills) {
            left.heal();
        }
        for (Injection left : pauses) {
            left.heal();
        }
        assertEquals(kills.isEmpty() && pauses.isEmpty() ? own.state() : FakePart.State.RUNS, own.state());
    }

    private static void move(Move move, FaultedProcess held, FakePart own, List<Injection> kills, List<Injection> pauses)
            throws Exception {
        switch (move) {
            case KILL -> kills.add(held.kill());
            case PAUSE -> {
                if (own.alive() || !kills.isEmpty()) {
                    pauses.add(held.pause());
                }
            }
            case HEAL_OLDEST_KILL -> healOldest(kills);
            case HEAL_OLDEST_PAUSE -> healOldest(pauses);
            case DIE -> own.kill();
        }
    }

    private static void healOldest(List<Injection> injections) throws Exception {
        if (!injections.isEmpty()) {
            injections.removeFirst().heal();
        }
    }
}
