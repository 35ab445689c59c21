package dev.breakwater.app.shell;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.View;
import dev.breakwater.app.view.failures.FailuresViewModel;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The patterns that there are, under their groups; the opened one is marked, with the number of its active failures.
final class PatternList implements View {
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
    private final Label count = new Label();
    private final VBox root = new VBox(2);

    PatternList(WindowOptions options) {
        root.getStyleClass().add("patterns");
        count.getStyleClass().add("failure-count");
        Map<String, List<ScenarioEntry>> groups = new LinkedHashMap<>();
        options.scenarios().forEach(entry -> groups.computeIfAbsent(entry.group(), _ -> new ArrayList<>()).add(entry));
        groups.forEach((group, entries) -> {
            Label heading = new Label(group.toUpperCase(Locale.ROOT));
            heading.getStyleClass().add("heading");
            root.getChildren().add(heading);
            entries.forEach(entry -> root.getChildren().add(row(entry, entry.id().equals(options.opened()))));
        });
        show(RunSnapshot.EMPTY);
    }

    private Node row(ScenarioEntry entry, boolean opened) {
        Label title = new Label(entry.title());
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        Region bar = new Region();
        bar.getStyleClass().add("marker");
        HBox row = new HBox(8, bar, title);
        row.getStyleClass().add("pattern");
        row.pseudoClassStateChanged(OPENED, opened);
        row.setAccessibleText(opened ? Texts.of("pattern.opened", entry.title()) : entry.title());
        if (opened) {
            row.getChildren().add(count);
        }
        return row;
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
        count.setText(Long.toString(failures));
        count.setVisible(failures > 0);
    }
}
