package dev.breakwater.app.view.inspector.sheet;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.inspector.sheet.Sheet.Row;
import dev.breakwater.app.view.inspector.sheet.Sheet.Section;
import dev.breakwater.app.view.inspector.sheet.Sheet.Tile;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.saga.SagaStatus;
import dev.breakwater.engine.model.saga.SagaView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One order: how its saga stands, and its messages that are still known.
final class OrderSheet {
    private OrderSheet() {}

    static Sheet of(String orderId, RunSnapshot run) {
        Optional<SagaView> saga = run.sagas().recent().stream().filter(view -> view.orderId().equals(orderId)).findFirst();
        List<Tile> tiles = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        saga.ifPresent(view -> {
            boolean bad = view.status() == SagaStatus.FAILED || view.status() == SagaStatus.STUCK;
            tiles.add(new Tile(Texts.of("saga." + view.status()), Texts.of("tile.status"), bad));
            tiles.add(new Tile(Figures.time(Duration.between(view.startedAt(), view.changedAt())), Texts.of("tile.took"), false));
            sections.add(new Section(Texts.of("sheet.steps"), view.steps().stream().map(step -> Row.of(step.step() + "  " + step.service(),
                    step.reason().isBlank() ? step.status() : step.status() + ", " + step.reason())).toList(), ""));
        });
        List<Row> messages = new ArrayList<>();
        for (Transfer t : run.transfers()) {
            if (t.orderId().equals(orderId)) {
                messages.add(Row.to(t.from() + " → " + t.to(), Figures.time(t.duration()), new Selected.OfTransfer(t)));
            }
        }
        sections.add(new Section(Texts.of("sheet.messages"), messages, messages.isEmpty() ? Texts.of("sheet.forgotten") : ""));
        return new Sheet("order:" + orderId, orderId, Texts.of("sheet.order"), tiles, Optional.empty(), sections, Optional.empty(), "",
                Optional.empty());
    }
}
