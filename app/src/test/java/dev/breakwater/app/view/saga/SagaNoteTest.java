package dev.breakwater.app.view.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.app.view.fixture.Runs;
import dev.breakwater.app.view.fixture.Sagas;
import dev.breakwater.app.view.saga.SagaNote.Tone;
import dev.breakwater.engine.model.saga.SagaView;
import org.junit.jupiter.api.Test;

class SagaNoteTest {
    private final Sagas sagas = new Sagas(Runs.NOW);

    @Test
    void whatIsUnusualIsSaid() {
        assertEquals(new SagaNote(Tone.WARNING, "slow 812 ms"), note(sagas.slowStock("a", 1)));
        assertEquals(new SagaNote(Tone.DANGER, "compensating: refund"), note(sagas.refunding("a", 1)));
        assertEquals(new SagaNote(Tone.DANGER, "stuck: nothing heard for 41 s"), note(sagas.stuck("a", 41)));
    }

    @Test
    void anEndedOrderTellsWhyOrHowLong() {
        assertEquals(new SagaNote(Tone.CALM, "payment failed"), note(sagas.paymentDeclined("a", 1)));
        assertEquals(new SagaNote(Tone.CALM, "81 ms"), note(sagas.confirmed("a", 1)));
    }

    @Test
    void anOrderOnItsWayNeedsNoWords() {
        assertEquals(new SagaNote(Tone.CALM, ""), note(sagas.paying("a", 0)));
    }

    private static SagaNote note(SagaView saga) {
        return SagaNote.of(saga, Runs.NOW);
    }
}
