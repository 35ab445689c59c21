package dev.breakwater.app.view.pattern;

import dev.breakwater.app.view.View;
import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.EmptyState;
import dev.breakwater.app.widget.WidgetStyle;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What the pattern is, in one sentence, and its figures: on the left those that services tell, on the right what follows from queues,
/// streams and calls; below one another where there is no room for both, or nothing on one side.
public final class PatternView implements View {
    /// From here on two sections fit side by side.
    private static final double WIDE = 1_040;
    private static final double WIDEST_SECTION = 760;
    private static final double HALF = 50;
    private static final double GAP = 24;

    private final PatternViewModel model;
    private final StackPane root = WidgetStyle.on(new StackPane());
    private final VBox told = side("told");
    private final VBox derived = side("derived");
    private final DeadLettersPane letters;
    private final AggregatePane aggregate;
    private final ReadModelPane readModel;
    private final GridPane grid = new GridPane(GAP, 0);
    private List<PatternSection> shown = List.of();
    private boolean beside;

    /// @param scenarios finds one by its id
    /// @param lab is asked to replay dead letters, to travel through an order, and to rebuild the read model
    public PatternView(Function<String, Optional<Scenario>> scenarios, LabCommands lab) {
        model = new PatternViewModel(scenarios);
        letters = new DeadLettersPane(lab::replay);
        aggregate = new AggregatePane(lab::travel);
        readModel = new ReadModelPane(lab::rebuildReadModel);
        StackPane figures = new StackPane(scroll(), empty());
        VBox.setVgrow(figures, Priority.ALWAYS);
        figures.setMinHeight(0);
        VBox all = new VBox(sentence(), figures);
        all.getStyleClass().add("stack");
        root.getChildren().add(all);
        root.getStyleClass().addAll("tab-body", "pattern-view");
        place();
        root.widthProperty().addListener(_ -> place());
        model.sections().subscribe(this::fill);
    }

    private static VBox side(String id) {
        VBox side = new VBox();
        side.setId(id);
        side.getStyleClass().add("pattern-side");
        side.setMaxWidth(WIDEST_SECTION);
        return side;
    }

    private TextFlow sentence() {
        Text title = new Text();
        title.getStyleClass().add("pattern-name");
        title.textProperty().bind(model.titleProperty());
        Text summary = new Text();
        summary.getStyleClass().add("pattern-summary");
        summary.textProperty().bind(Bindings.concat("   ", model.summaryProperty()));
        TextFlow sentence = new TextFlow(title, summary);
        sentence.setId("pattern-sentence");
        sentence.setMinHeight(TextFlow.USE_PREF_SIZE);
        return sentence;
    }

    private ScrollPane scroll() {
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.visibleProperty().bind(Bindings.isNotEmpty(model.sections()));
        return scroll;
    }

    private EmptyState empty() {
        EmptyState empty = new EmptyState(Words.of("pattern.empty"), Words.of("pattern.emptyHint"));
        empty.visibleProperty().bind(Bindings.isEmpty(model.sections()));
        return empty;
    }

    private void fill() {
        List<PatternSection> now = List.copyOf(model.sections());
        fill(told, of(shown, true), of(now, true));
        fill(derived, of(shown, false), of(now, false));
        shown = now;
        place();
    }

    private static List<PatternSection> of(List<PatternSection> all, boolean told) {
        return all.stream().filter(section -> section.told() == told).toList();
    }

    private static void fill(VBox side, List<PatternSection> before, List<PatternSection> now) {
        if (!kinds(before).equals(kinds(now))) {
            side.getChildren().setAll(now.stream().map(SectionPane::new).toList());
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(before.get(i))) {
                ((SectionPane) side.getChildren().get(i)).show(now.get(i));
            }
        }
    }

    /// What has to be the same for a pane to show another section's figures.
    private static List<List<String>> kinds(List<PatternSection> sections) {
        List<List<String>> kinds = new ArrayList<>();
        for (PatternSection section : sections) {
            List<String> kind = new ArrayList<>(section.columns());
            kind.add(section.title());
            kinds.add(kind);
        }
        return kinds;
    }

    private void place() {
        boolean both = !told.getChildren().isEmpty() && !derived.getChildren().isEmpty();
        boolean now = both && root.getWidth() >= WIDE;
        if (now == beside && !grid.getChildren().isEmpty()) {
            return;
        }
        beside = now;
        VBox right = new VBox(letters, aggregate, readModel, derived);
        right.getStyleClass().add("pattern-right");
        grid.getChildren().setAll(told, right);
        GridPane.setConstraints(told, 0, 0);
        GridPane.setConstraints(right, beside ? 1 : 0, beside ? 0 : 1);
        grid.getColumnConstraints().setAll(beside ? List.of(column(HALF), column(HALF)) : List.of(column(2 * HALF)));
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    @Override
    public String title() {
        return Words.of("pattern.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(RunSnapshot run) {
        model.show(run);
        letters.show(run.deadLetters());
        aggregate.show(isThere(run, Streams.AGGREGATES), run.aggregate());
        readModel.setVisible(isThere(run, Services.PROJECTION));
    }

    private static boolean isThere(RunSnapshot run, String node) {
        return run.topology().nodes().stream().anyMatch(each -> each.id().equals(node));
    }
}
