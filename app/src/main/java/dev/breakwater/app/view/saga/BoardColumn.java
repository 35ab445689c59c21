package dev.breakwater.app.view.saga;

import dev.breakwater.app.view.Words;
import dev.breakwater.engine.model.saga.SagaBoard;
import dev.breakwater.engine.model.saga.SagaView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One column of the board: where these orders stand, how many there are, and the newest of them.
///
/// @param count over the whole run for ended orders; of those known in full for orders on their way
public record BoardColumn(Place place, long count, List<SagaView> newest) {

    /// Where an order stands, from left to right.
    public enum Place {
        CREATED("saga.created", ChipState.RUNNING),
        PAYMENT("saga.payment", ChipState.RUNNING),
        STOCK("saga.stock", ChipState.RUNNING),
        CONFIRMING("saga.confirming", ChipState.RUNNING),
        COMPENSATING("saga.compensating", ChipState.UNDOING),
        STUCK("saga.stuckWord", ChipState.STUCK),
        COMPLETED("saga.confirmed", ChipState.DONE),
        COMPENSATED("saga.compensatedWord", ChipState.UNDONE),
        FAILED("saga.failedWord", ChipState.FAILED);

        private final String key;
        private final ChipState state;

        Place(String key, ChipState state) {
            this.key = key;
            this.state = state;
        }

        public Chip chip() {
            return new Chip(Words.of(key), state);
        }
    }

    /// All columns, also the empty ones, so that the board does not jump.
    static List<BoardColumn> of(SagaBoard board) {
        Map<Place, List<SagaView>> byPlace = new EnumMap<>(Place.class);
        for (SagaView saga : board.recent()) {
            byPlace.computeIfAbsent(place(saga), _ -> new ArrayList<>()).add(saga);
        }
        List<BoardColumn> columns = new ArrayList<>();
        for (Place place : Place.values()) {
            List<SagaView> newest = byPlace.getOrDefault(place, List.of());
            columns.add(new BoardColumn(place, switch (place) {
                case COMPLETED -> board.completed();
                case COMPENSATED -> board.compensated();
                case FAILED -> board.failed();
                case STUCK -> board.stuck();
                case CREATED, PAYMENT, STOCK, CONFIRMING, COMPENSATING -> newest.size();
            }, List.copyOf(newest)));
        }
        return columns;
    }

    static Place place(SagaView saga) {
        return switch (saga.status()) {
            case COMPLETED -> Place.COMPLETED;
            case COMPENSATED -> Place.COMPENSATED;
            case FAILED -> Place.FAILED;
            case STUCK -> Place.STUCK;
            case ACTIVE -> active(saga);
        };
    }

    private static Place active(SagaView saga) {
        if (!SagaChips.compensating(saga).isEmpty()) {
            return Place.COMPENSATING;
        }
        List<Chip> chips = SagaChips.of(saga);
        int running = 0;
        for (int i = 0; i < chips.size(); i++) {
            if (chips.get(i).state() == ChipState.RUNNING) {
                running = i;
            }
        }
        return switch (running) {
            case 1 -> Place.PAYMENT;
            case 2 -> Place.STOCK;
            case 3 -> Place.CONFIRMING;
            default -> Place.CREATED;
        };
    }
}
