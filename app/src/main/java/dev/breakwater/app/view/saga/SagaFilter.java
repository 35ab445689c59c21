package dev.breakwater.app.view.saga;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.saga.SagaBoard;
import dev.breakwater.engine.model.saga.SagaStatus;
import dev.breakwater.engine.model.saga.SagaView;

/// Which orders the list shows.
public enum SagaFilter {
    ALL,
    ACTIVE,
    COMPLETED,
    COMPENSATED,
    FAILED,
    STUCK;

    boolean matches(SagaView saga) {
        return switch (this) {
            case ALL -> true;
            case ACTIVE -> saga.status() == SagaStatus.ACTIVE;
            case COMPLETED -> saga.status() == SagaStatus.COMPLETED;
            case COMPENSATED -> saga.status() == SagaStatus.COMPENSATED;
            case FAILED -> saga.status() == SagaStatus.FAILED;
            case STUCK -> saga.status() == SagaStatus.STUCK;
        };
    }

    /// `9 active`, counted over the whole run.
    String title(SagaBoard board) {
        return switch (this) {
            case ALL -> Words.of("saga.all");
            case ACTIVE -> Words.of("saga.active", Figures.count(board.active()));
            case COMPLETED -> Words.of("saga.completed", Figures.count(board.completed()));
            case COMPENSATED -> Words.of("saga.compensated", Figures.count(board.compensated()));
            case FAILED -> Words.of("saga.failed", Figures.count(board.failed()));
            case STUCK -> Words.of("saga.stuck", Figures.count(board.stuck()));
        };
    }
}
