package dev.breakwater.app.view.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.Selection;
import dev.breakwater.app.view.fixture.Runs;
import dev.breakwater.app.view.fixture.Sagas;
import dev.breakwater.engine.model.saga.SagaBoard;
import dev.breakwater.engine.model.saga.SagaStatus;
import dev.breakwater.engine.model.saga.SagaView;
import java.util.List;
import org.junit.jupiter.api.Test;

class SagasViewModelTest {
    private final Selection selection = new Selection();
    private final SagasViewModel model = new SagasViewModel(selection);
    private final Sagas sagas = new Sagas(Runs.NOW);

    @Test
    void filtersShowWhatTheySay() {
        model.show(Runs.busy().snapshot());
        for (SagaFilter filter : SagaFilter.values()) {
            model.filterProperty().set(filter);
            assertTrue(model.rows().stream().allMatch(row -> filter.matches(row.saga())), filter.name());
        }
        model.filterProperty().set(SagaFilter.FAILED);
        assertEquals(List.of("ord-8ee1"), ids());
        model.filterProperty().set(SagaFilter.STUCK);
        assertEquals(List.of("ord-8ed0"), ids());
    }

    @Test
    void searchFindsPartsOfIdsInAnyCase() {
        model.show(Runs.busy().snapshot());
        model.searchProperty().set(" 8F0C ");
        assertEquals(List.of("ord-8f0c"), ids());
    }

    @Test
    void newOrdersJoinOnceASecond() {
        show(0, sagas.paying("a", 1));
        show(100, sagas.paying("b", 0), sagas.paying("a", 1));
        assertEquals(List.of("a"), ids());
        show(1_000, sagas.paying("b", 0), sagas.paying("a", 1));
        assertEquals(List.of("b", "a"), ids());
    }

    @Test
    void aHeldListStandsStillAndItsRowsGoOn() {
        show(0, sagas.paying("a", 1));
        model.touch();
        show(4_900, sagas.paying("b", 0), sagas.confirmed("a", 1));
        assertEquals(List.of("a"), ids());
        assertEquals(1, model.newerProperty().get());
        assertEquals(SagaStatus.COMPLETED, model.rows().getFirst().saga().status());
        show(5_000, sagas.paying("b", 0), sagas.confirmed("a", 1));
        assertEquals(List.of("b", "a"), ids());
        assertEquals(0, model.newerProperty().get());
    }

    @Test
    void aReleasedListGoesOnAtOnce() {
        show(0, sagas.paying("a", 1));
        model.touch();
        model.release();
        show(1_000, sagas.paying("b", 0), sagas.paying("a", 1));
        assertEquals(List.of("b", "a"), ids());
    }

    @Test
    void anEmptyListIsNeverHeld() {
        model.touch();
        show(0, sagas.paying("a", 1));
        assertEquals(List.of("a"), ids());
    }

    @Test
    void theSelectedOrderIsShownInFullAndGoesOn() {
        show(0, sagas.paying("a", 1));
        model.select("a");
        assertEquals(new Selected.OfOrder("a"), selection.get());
        assertEquals(1, model.detailsProperty().get().orElseThrow().steps().size());
        show(100, sagas.confirmed("a", 1));
        assertEquals(4, model.detailsProperty().get().orElseThrow().steps().size());
        model.deselect();
        assertTrue(model.detailsProperty().get().isEmpty());
    }

    @Test
    void anOrderThatTheRunForgotStaysInTheDetails() {
        show(0, sagas.paying("a", 1));
        model.select("a");
        show(1_000, sagas.paying("b", 0));
        assertEquals("a", model.detailsProperty().get().orElseThrow().saga().orderId());
    }

    @Test
    void aStepThatTookSomethingBackSaysWhat() {
        assertEquals(List.of("payment initiated", "payment completed", "inventory rejected", "refund payment: done", "order cancelled"),
                SagaDetails.of(sagas.refunded("a", 1)).steps().stream().map(SagaDetails.Step::words).toList());
    }

    @Test
    void theBoardCountsTheWholeRunAndPlacesTheNewest() {
        List<BoardColumn> columns = BoardColumn.of(Runs.busy().snapshot().sagas());
        assertEquals(List.of(0L, 1L, 2L, 0L, 1L, 1L, 1_171L, 24L, 4L), columns.stream().map(BoardColumn::count).toList());
        assertEquals(List.of("ord-8ee9"), columns.stream().filter(column -> column.place() == BoardColumn.Place.COMPENSATING)
                .flatMap(column -> column.newest().stream()).map(SagaView::orderId).toList());
    }

    private void show(long millis, SagaView... recent) {
        model.show(new Runs().at(Runs.NOW.plusMillis(millis)).sagas(new SagaBoard(recent.length, 0, 0, 0, 0, List.of(recent))).snapshot());
    }

    private List<String> ids() {
        return model.rows().stream().map(SagaRow::orderId).toList();
    }
}
