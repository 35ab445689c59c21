package dev.breakwater.app.view.inspector;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.fault.FaultType;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands in the inspector while nothing is selected: how to begin.
final class Hint {
    private final VBox root = new VBox(10);
    private final List<Button> tries = new ArrayList<>();
    private final List<Suggestion> suggestions;

    Hint(List<Suggestion> suggestions, List<FaultType> catalogue, Consumer<FaultOrder> inject) {
        this.suggestions = suggestions;
        Label title = new Label(Texts.of("hint.title"));
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        Label text = new Label(Texts.of("hint.text"));
        text.setWrapText(true);
        text.getStyleClass().add("hint-text");
        root.getChildren().addAll(title, text);
        if (!suggestions.isEmpty()) {
            root.getChildren().add(SheetBody.heading(Texts.of("hint.worth")));
        }
        for (Suggestion suggestion : suggestions) {
            root.getChildren().add(card(suggestion, catalogue, inject));
        }
    }

    Node node() {
        return root;
    }

    /// One can try what is not in force already, and only while something runs.
    void show(RunSnapshot run) {
        for (int i = 0; i < tries.size(); i++) {
            FaultOrder order = suggestions.get(i).order();
            boolean there = run.faults().stream().anyMatch(fault -> fault.fault().equals(order.fault())
                    && fault.target().equals(order.target()) && fault.phase() != FaultPhase.HEALED && fault.phase() != FaultPhase.FAILED);
            tries.get(i).setDisable(there || run.phase() != RunPhase.RUNNING);
        }
    }

    private Node card(Suggestion suggestion, List<FaultType> catalogue, Consumer<FaultOrder> inject) {
        FaultOrder order = suggestion.order();
        String target = order.target().toString().replace("->", " → ");
        String name = catalogue.stream().filter(type -> type.name().equals(order.fault())).map(FaultType::title).findFirst()
                .orElse(order.fault());
        Label title = new Label(Texts.of("hint.try.title", name, target));
        title.getStyleClass().add("fault-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        Button button = new Button(Texts.of("hint.try"));
        button.getStyleClass().add("try");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Texts.of("hint.try.title", name, target));
        button.setOnAction(_ -> inject.accept(order));
        tries.add(button);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Label see = new Label(suggestion.see());
        see.setWrapText(true);
        see.setMinHeight(Region.USE_PREF_SIZE);
        see.getStyleClass().add("fault-help");
        VBox card = new VBox(4, new HBox(8, title, button), see);
        card.getStyleClass().add("fault-card");
        return card;
    }
}
