package dev.breakwater.app.shell;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.shape.Circle;

/// Every process of the run: what it is, its process id, how it stands, how long it took to start.
final class PartsPopover {
    private final LabCommands lab;
    private final GridPane grid = new GridPane(14, 5);
    private final Floating floating;
    private List<PartView> shown = List.of();

    PartsPopover(LabCommands lab) {
        this.lab = lab;
        grid.getStyleClass().add("parts");
        floating = new Floating(grid);
    }

    void toggle(Node owner) {
        rebuild();
        floating.toggle(owner);
    }

    void hide() {
        floating.hide();
    }

    void show(RunSnapshot run) {
        if (!run.parts().equals(shown)) {
            shown = run.parts();
            if (floating.isShowing()) {
                rebuild();
                floating.fit();
            }
        }
    }

    private void rebuild() {
        grid.getChildren().clear();
        int row = 0;
        for (String head : new String[] {"part", "product", "state", "pid", "startup"}) {
            Label label = new Label(Texts.of("parts." + head));
            label.getStyleClass().add("heading");
            grid.add(label, row++, 0);
        }
        row = 1;
        for (PartView part : shown) {
            Label name = new Label(part.name(), new Circle(4));
            name.getStyleClass().addAll("part-name", "phase-" + part.phase().name().toLowerCase(Locale.ROOT));
            Label product = new Label(part.product());
            product.getStyleClass().add("quiet");
            Label state = new Label(part.message().isBlank() ? Texts.of("part." + part.phase())
                    : Texts.of("part." + part.phase()) + ": " + part.message());
            grid.addRow(row, name, product, state, mono(part.pid() == 0 ? "–" : Long.toString(part.pid())),
                    mono(part.startup().isZero() ? "–" : Figures.count(part.startup().toMillis()) + " ms"));
            if (part.phase() == PartPhase.DEAD || part.phase() == PartPhase.PAUSED || part.phase() == PartPhase.FAILED) {
                Button restart = new Button(Texts.of("parts.restart"));
                restart.getStyleClass().add("try");
                restart.setOnAction(_ -> lab.restart(part.name()));
                grid.add(restart, 5, row);
            }
            row++;
        }
        if (shown.isEmpty()) {
            grid.add(new Label(Texts.of("parts.none")), 0, 1, 5, 1);
        }
    }

    private static Label mono(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("figure");
        return label;
    }
}
