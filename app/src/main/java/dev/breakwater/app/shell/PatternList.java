package dev.breakwater.app.shell;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.View;
import dev.breakwater.app.view.failures.FailuresViewModel;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The patterns that there are, under their groups; a click opens one. The opened one is marked, with the number of its active failures.
final class PatternList implements View {
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
    private final LabCommands lab;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final VBox root = new VBox(2);

    PatternList(LabCommands lab, WindowOptions options) {
        this.lab = lab;
        root.getStyleClass().add("patterns");
        Map<String, List<Scenario>> groups = new LinkedHashMap<>();
        options.scenarios().forEach(scenario -> groups.computeIfAbsent(scenario.group(), _ -> new ArrayList<>()).add(scenario));
        groups.forEach((group, scenarios) -> {
            Label heading = new Label(group.toUpperCase(Locale.ROOT));
            heading.getStyleClass().add("heading");
            root.getChildren().add(heading);
            scenarios.forEach(scenario -> {
                Row row = new Row(scenario);
                rows.put(scenario.id(), row);
                root.getChildren().add(row.button);
            });
        });
        show(RunSnapshot.EMPTY);
    }

    @Override
    public String title() {
        return Texts.of("patterns.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(RunSnapshot run) {
        long failures = FailuresViewModel.toHeal(run);
        boolean busy = run.phase() == RunPhase.STARTING || run.phase() == RunPhase.STOPPING;
        rows.forEach((id, row) -> row.show(id.equals(run.scenario()), busy, failures));
    }

    private final class Row {
        private final Scenario scenario;
        private final Label count = new Label();
        private final Button button = new Button();
        private boolean opened;

        Row(Scenario scenario) {
            this.scenario = scenario;
            Label title = new Label(scenario.title());
            title.setMaxWidth(Double.MAX_VALUE);
            title.setMinWidth(0);
            HBox.setHgrow(title, Priority.ALWAYS);
            Region bar = new Region();
            bar.getStyleClass().add("marker");
            count.getStyleClass().add("failure-count");
            count.setManaged(false);
            HBox inside = new HBox(8, bar, title, count);
            inside.getStyleClass().add("inside");
            button.setGraphic(inside);
            button.setId("pattern-" + scenario.id());
            button.getStyleClass().setAll("pattern");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip(scenario.summary()));
            button.setAccessibleText(scenario.title());
            inside.prefWidthProperty().bind(button.widthProperty().subtract(8));
            button.setOnAction(_ -> {
                if (!opened) {
                    lab.open(scenario);
                }
            });
        }

        /// While the lab starts or stops, nothing else can be opened.
        void show(boolean now, boolean busy, long failures) {
            if (now != opened) {
                opened = now;
                button.pseudoClassStateChanged(OPENED, now);
                button.setAccessibleText(now ? Texts.of("pattern.opened", scenario.title()) : scenario.title());
            }
            button.setDisable(busy && !now);
            count.setText(Long.toString(failures));
            count.setVisible(now && failures > 0);
            count.setManaged(count.isVisible());
        }
    }
}
