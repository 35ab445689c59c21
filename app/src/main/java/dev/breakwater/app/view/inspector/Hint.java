package dev.breakwater.app.view.inspector;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.fault.FaultType;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.scenario.FaultHint;
import dev.breakwater.engine.scenario.Knob;
import dev.breakwater.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands in the inspector while nothing is selected: how to begin.
final class Hint {
    private final List<FaultType> catalogue;
    private final LabCommands lab;
    private final Label title = new Label();
    private final Label text = new Label();
    private final VBox root = new VBox(10);
    private final List<Button> tries = new ArrayList<>();
    private List<FaultHint> suggestions = List.of();
    private KnobPanel variants;
    private KnobPanel figures;

    Hint(List<FaultType> catalogue, LabCommands lab) {
        this.catalogue = catalogue;
        this.lab = lab;
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        text.setWrapText(true);
        text.getStyleClass().add("hint-text");
        variants = new KnobPanel(List.of(), true, lab::turn);
        figures = variants;
        open(Optional.empty());
    }

    /// Tells of another scenario; without one, only how to begin.
    void open(Optional<Scenario> scenario) {
        title.setText(scenario.map(Scenario::title).orElse(Texts.of("hint.title")));
        text.setText(scenario.map(Scenario::summary).map(summary -> summary + "\n" + Texts.of("hint.text")).orElse(Texts.of("hint.text")));
        suggestions = scenario.map(Scenario::faults).orElse(List.of());
        List<Knob> all = scenario.map(Scenario::knobs).orElse(List.of());
        variants = new KnobPanel(all.stream().filter(Knob.Choice.class::isInstance).toList(), true, lab::turn);
        figures = new KnobPanel(all.stream().filter(Knob.Range.class::isInstance).toList(), true, lab::turn);
        tries.clear();
        root.getChildren().setAll(title, text);
        section("hint.variants", variants);
        if (!suggestions.isEmpty()) {
            root.getChildren().add(SheetBody.heading(Texts.of("hint.worth")));
        }
        suggestions.forEach(suggestion -> root.getChildren().add(card(suggestion)));
        section("hint.settings", figures);
    }

    private void section(String heading, KnobPanel panel) {
        if (!panel.isEmpty()) {
            root.getChildren().addAll(SheetBody.heading(Texts.of(heading)), panel.node());
        }
    }

    Node node() {
        return root;
    }

    /// One can try what is not in force already, and only while something runs.
    void show(RunSnapshot run) {
        variants.show(run);
        figures.show(run);
        for (int i = 0; i < tries.size(); i++) {
            FaultOrder order = suggestions.get(i).order();
            boolean there = run.faults().stream().anyMatch(fault -> fault.fault().equals(order.fault())
                    && fault.target().equals(order.target()) && fault.phase() != FaultPhase.HEALED && fault.phase() != FaultPhase.FAILED);
            tries.get(i).setDisable(there || run.phase() != RunPhase.RUNNING);
        }
    }

    private Node card(FaultHint suggestion) {
        FaultOrder order = suggestion.order();
        String target = order.target().toString().replace("->", " → ");
        String name = catalogue.stream().filter(type -> type.name().equals(order.fault())).map(FaultType::title).findFirst()
                .orElse(order.fault());
        Label head = new Label(Texts.of("hint.try.title", name, target));
        head.getStyleClass().add("fault-title");
        head.setWrapText(true);
        head.setMinHeight(Region.USE_PREF_SIZE);
        Button button = new Button(Texts.of("hint.try"));
        button.getStyleClass().add("try");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Texts.of("hint.try.title", name, target));
        button.setOnAction(_ -> lab.inject(order));
        tries.add(button);
        HBox.setHgrow(head, Priority.ALWAYS);
        head.setMaxWidth(Double.MAX_VALUE);
        Label see = new Label(suggestion.see());
        see.setWrapText(true);
        see.setMinHeight(Region.USE_PREF_SIZE);
        see.getStyleClass().add("fault-help");
        VBox card = new VBox(4, new HBox(8, head, button), see);
        card.getStyleClass().add("fault-card");
        return card;
    }
}
