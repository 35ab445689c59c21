package dev.breakwater.app.view.failures;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.Selection;
import dev.breakwater.app.view.View;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.fault.FaultType;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The list of failures in force; gone when there are none.
public final class FailuresView implements View {
    private final LabCommands lab;
    private final Selection selection;
    private final FailuresViewModel model;
    private final VBox rows = new VBox(6);
    private final VBox root = new VBox(8);
    private final List<FailureCard> cards = new ArrayList<>();
    private RunSnapshot run = RunSnapshot.EMPTY;

    public FailuresView(LabCommands lab, Selection selection, List<FaultType> catalogue) {
        this.lab = lab;
        this.selection = selection;
        model = new FailuresViewModel(catalogue);
        Label heading = new Label(title().toUpperCase(Locale.ROOT));
        heading.getStyleClass().add("heading");
        root.getChildren().addAll(heading, rows);
        root.getStyleClass().add("failures");
        refresh();
    }

    @Override
    public String title() {
        return Texts.of("failures.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(RunSnapshot now) {
        run = now;
        refresh();
    }

    private void refresh() {
        List<FailureRow> now = model.rows(run);
        if (!now.stream().map(FailureRow::id).toList().equals(cards.stream().map(FailureCard::id).toList())) {
            Map<String, FailureCard> before = new HashMap<>();
            cards.forEach(card -> before.put(card.id(), card));
            cards.clear();
            now.forEach(row -> cards.add(before.getOrDefault(row.id(), new FailureCard(row, this::goTo, this::end))));
            rows.getChildren().setAll(cards.stream().map(FailureCard::node).toList());
        }
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).show(now.get(i));
        }
        root.setVisible(!now.isEmpty());
        root.setManaged(!now.isEmpty());
    }

    private void goTo(FailureRow row) {
        select(row.target()).ifPresent(selection::set);
    }

    private void end(FailureRow row) {
        if (row.phase() == FaultPhase.FAILED) {
            model.dismiss(row.id());
            refresh();
        } else {
            lab.heal(row.id());
        }
    }

    private Optional<Selected> select(Target target) {
        return switch (target) {
            case Target.OnBroker on -> Optional.of(new Selected.OfBroker(on.broker()));
            case Target.OnService on -> run.topology().nodes().stream().filter(node -> node.id().equals(on.service())).findFirst()
                    .map(Selected.OfNode::new);
            case Target.OnLink on -> run.topology().edges().stream().filter(edge -> edge.link().equals(on.link())).findFirst()
                    .map(Selected.OfEdge::new);
        };
    }
}
