package dev.breakwater.app.view.inspector;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The form of one fault: its switch, its settings, and what it does now.
final class FaultCardView {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private final Function<FaultOrder, String> inject;
    private final Consumer<String> heal;
    private final Supplier<Optional<Duration>> duration;
    private final FaultSwitch toggle;
    private final ProgressIndicator spinner = new ProgressIndicator();
    private final GridPane form = new GridPane(8, 4);
    private final Label note = new Label();
    private final List<SettingField> fields;
    private final VBox root = new VBox(6);
    private FaultCard card;
    private Optional<String> asked = Optional.empty();

    FaultCardView(FaultCard card, Function<FaultOrder, String> inject, Consumer<String> heal, Supplier<Optional<Duration>> duration) {
        this.card = card;
        this.inject = inject;
        this.heal = heal;
        this.duration = duration;
        fields = card.type().settings().stream().map(SettingField::new).toList();
        toggle = new FaultSwitch(Texts.of("fault.spoken", card.type().title(), card.target()), this::pressed);
        toggle.setId("fault-" + card.type().name());
        build();
        show(card);
    }

    private void build() {
        Label title = new Label(card.type().title());
        title.getStyleClass().add("fault-title");
        Label help = new Label(card.type().help());
        help.getStyleClass().add("fault-help");
        help.setWrapText(true);
        VBox words = new VBox(1, title, help);
        HBox.setHgrow(words, Priority.ALWAYS);
        spinner.getStyleClass().add("fault-spinner");
        spinner.setMinSize(15, 15);
        spinner.setPrefSize(15, 15);
        HBox head = new HBox(8, words, spinner, toggle);
        head.getStyleClass().add("fault-head");
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).addTo(form, i);
        }
        note.setWrapText(true);
        note.getStyleClass().add("fault-note");
        root.getStyleClass().add("fault-card");
        root.getChildren().add(head);
        if (!fields.isEmpty()) {
            root.getChildren().add(form);
        }
        root.getChildren().add(note);
    }

    Node node() {
        return root;
    }

    void show(FaultCard now, RunSnapshot run) {
        // what was asked for counts as on its way until the run shows it
        asked = asked.filter(id -> run.faults().stream().noneMatch(fault -> fault.id().equals(id)));
        show(now);
        now.running().filter(_ -> now.active()).ifPresent(fault -> note.setText(active(fault, run)));
    }

    private void show(FaultCard now) {
        card = now;
        boolean busy = asked.isPresent() || now.busy();
        toggle.setSelected(now.active());
        toggle.setDisable(busy);
        spinner.setVisible(busy);
        root.pseudoClassStateChanged(ACTIVE, now.active());
        form.setDisable(busy || now.active());
        note.setText(now.refusal().map(why -> Texts.of("fault.refused", why)).orElse(""));
        note.setManaged(now.active() || now.refusal().isPresent());
        note.setVisible(note.isManaged());
    }

    private String active(FaultView fault, RunSnapshot run) {
        if (!fault.message().isBlank()) {
            return fault.message();
        }
        String left = fault.healsAt().map(at -> Figures.secondsLeft(run.at(), at))
                .map(seconds -> Texts.of("fault.healsIn", Figures.span(seconds)))
                .orElse(Texts.of("fault.untilHealed"));
        return Texts.of("fault.active", Figures.count(fault.hits()), left, card.type().watchFor());
    }

    private void pressed() {
        if (card.active()) {
            card.running().ifPresent(fault -> heal.accept(fault.id()));
            return;
        }
        Map<String, Double> settings = new HashMap<>();
        fields.forEach(field -> settings.put(field.setting().name(), field.value()));
        asked = Optional.of(inject.apply(new FaultOrder(card.type().name(), card.target(), settings, duration.get())));
        show(card);
    }
}
