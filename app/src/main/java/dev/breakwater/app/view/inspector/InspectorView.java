package dev.breakwater.app.view.inspector;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.Selection;
import dev.breakwater.app.view.View;
import dev.breakwater.app.view.inspector.sheet.Sheet;
import dev.breakwater.app.view.inspector.sheet.Sheets;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.fault.FaultType;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.scenario.Knob;
import dev.breakwater.engine.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The right side: figures of what is selected, the failures it can be given, and all that is known of it.
public final class InspectorView implements View {
    private static final Duration REST = Duration.ofMillis(200);
    private final LabCommands lab;
    private final Selection selection;
    private final List<FaultType> catalogue;
    private final Sheets sheets;
    private final Function<String, Optional<Scenario>> scenarios;
    private final Hint hint;
    private final VBox settings = new VBox(6);
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final TileRow tiles = new TileRow();
    private final VBox why = new VBox();
    private final VBox faults = new VBox(6);
    private final VBox sections = new VBox(12);
    private final DurationChoice duration = new DurationChoice();
    private final List<FaultCardView> cards = new ArrayList<>();
    private final Button restart = new Button();
    private KnobPanel knobs;
    private final VBox filled;
    private final VBox root = new VBox();
    private RunSnapshot run = RunSnapshot.EMPTY;
    private Optional<Sheet> shown = Optional.empty();
    private Instant shownAt = Instant.MIN;
    private List<FaultView> shownFaults = List.of();

    /// @param catalogue every fault that there is
    /// @param traces the spans of a trace, by its id
    /// @param scenarios by their id
    public InspectorView(LabCommands lab, Selection selection, List<FaultType> catalogue, Function<String, List<SpanFinished>> traces,
            Function<String, Optional<Scenario>> scenarios) {
        this.lab = lab;
        this.selection = selection;
        this.catalogue = catalogue;
        sheets = new Sheets(traces);
        this.scenarios = scenarios;
        knobs = new KnobPanel(List.of(), false, lab::turn);
        hint = new Hint(catalogue, lab);
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        subtitle.getStyleClass().add("inspector-subtitle");
        subtitle.setWrapText(true);
        restart.setId("restart");
        restart.getStyleClass().add("restart");
        filled = new VBox(12, new VBox(3, title, subtitle), restart, tiles.node(), why, settings, faults, sections);
        root.getStyleClass().add("inspector");
        selection.selectedProperty().addListener(_ -> refresh());
        refresh();
    }

    @Override
    public String title() {
        return Texts.of("inspector.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(RunSnapshot now) {
        if (!now.scenario().equals(run.scenario())) {
            hint.open(scenarios.apply(now.scenario()));
        }
        boolean rested = Duration.between(shownAt, now.at()).abs().compareTo(REST) >= 0;
        boolean urgent = !now.faults().equals(shownFaults) || !now.switches().equals(run.switches())
                || !now.topology().equals(run.topology());
        run = now;
        if (rested || urgent) {
            refresh();
        }
    }

    private void refresh() {
        shownAt = run.at();
        shownFaults = run.faults();
        Optional<Sheet> next = sheets.of(selection.get(), run);
        root.getChildren().setAll(next.isPresent() ? filled : hint.node());
        next.ifPresentOrElse(this::fill, () -> hint.show(run));
        shown = next;
    }

    private void fill(Sheet sheet) {
        boolean same = shown.map(before -> before.key().equals(sheet.key())).orElse(false);
        title.setText(sheet.title());
        subtitle.setText(sheet.subtitle());
        tiles.show(sheet.tiles());
        show(restart, sheet.restart().isPresent());
        sheet.restart().ifPresent(part -> {
            restart.setText(Texts.of("inspector.restart", part));
            restart.setOnAction(_ -> lab.restart(part));
        });
        if (!same || !sheet.why().equals(shown.flatMap(Sheet::why))) {
            why.getChildren().setAll(sheet.why().map(SheetBody::why).stream().toList());
        }
        show(why, sheet.why().isPresent());
        if (!same) {
            buildSettings(sheet);
            buildCards(sheet);
            boolean readFirst = selection.get() instanceof Selected.OfTransfer;
            filled.getChildren().removeAll(faults, sections);
            filled.getChildren().addAll(readFirst ? List.of(sections, faults) : List.of(faults, sections));
        }
        knobs.show(run);
        showCards(sheet);
        // a link that is pressed must not vanish under the pointer
        boolean stale = !sheet.sections().equals(shown.map(Sheet::sections).orElse(List.of()));
        if (!same || (stale && !sections.isHover())) {
            sections.getChildren().setAll(SheetBody.sections(sheet.sections(), selection));
        }
    }

    private void buildSettings(Sheet sheet) {
        String service = sheet.target().filter(Target.OnService.class::isInstance).map(Target::toString).orElse("");
        List<Knob> of = scenarios.apply(run.scenario()).map(Scenario::knobs).orElse(List.of()).stream()
                .filter(knob -> knob.service().equals(service)).toList();
        knobs = new KnobPanel(of, false, lab::turn);
        settings.getChildren().setAll(SheetBody.heading(Texts.of("hint.settings")), knobs.node());
        show(settings, !of.isEmpty());
    }

    private void buildCards(Sheet sheet) {
        cards.clear();
        faults.getChildren().clear();
        List<FaultCard> now = sheet.target().map(target -> FaultCard.of(catalogue, target, run)).orElse(List.of());
        show(faults, !now.isEmpty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(SheetBody.heading(Texts.of("inspector.inject")), space, duration.node());
        head.getStyleClass().add("inject-head");
        faults.getChildren().add(head);
        sheet.target().filter(Target.OnLink.class::isInstance).ifPresent(_ -> note(sheet.targetNote()));
        sheet.target().filter(Target.OnBroker.class::isInstance).ifPresent(_ -> note(sheet.targetNote()));
        for (FaultCard card : now) {
            FaultCardView view = new FaultCardView(card, lab::inject, lab::heal, duration::chosen);
            cards.add(view);
            faults.getChildren().add(view.node());
        }
    }

    private void note(String text) {
        if (!text.isBlank()) {
            Label note = new Label(text);
            note.setWrapText(true);
            note.getStyleClass().add("target-note");
            faults.getChildren().add(note);
        }
    }

    private void showCards(Sheet sheet) {
        List<FaultCard> now = sheet.target().map(target -> FaultCard.of(catalogue, target, run)).orElse(List.of());
        for (int i = 0; i < cards.size() && i < now.size(); i++) {
            cards.get(i).show(now.get(i), run);
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
