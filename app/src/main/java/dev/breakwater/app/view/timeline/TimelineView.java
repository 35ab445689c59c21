package dev.breakwater.app.view.timeline;

import dev.breakwater.app.view.View;
import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.ClockText;
import dev.breakwater.app.widget.WidgetStyle;
import dev.breakwater.engine.model.run.RunSnapshot;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The strip under everything: what moved and what failed in the last five minutes. Wants about 64 px of height.
public final class TimelineView implements View {
    private final TimelineViewModel model = new TimelineViewModel(ClockText.local());
    private final TimelineChart chart = new TimelineChart();
    private final VBox root;

    public TimelineView() {
        Label from = new Label("-5:00");
        Label what = new Label(Words.of("timeline.what"));
        Label now = new Label();
        from.getStyleClass().add("mono");
        now.getStyleClass().add("mono");
        now.textProperty().bind(Bindings.createStringBinding(
                () -> model.nowProperty().get().isEmpty() ? "" : Words.of("timeline.now", model.nowProperty().get()), model.nowProperty()));
        HBox head = new HBox(from, space(), what, space(), now);
        head.getStyleClass().add("timeline-head");
        StackPane frame = new StackPane(chart.node());
        frame.getStyleClass().add("timeline-frame");
        frame.setMinHeight(28);
        VBox.setVgrow(frame, Priority.ALWAYS);
        root = WidgetStyle.on(new VBox(head, frame));
        root.getStyleClass().add("timeline-view");
        root.setPrefHeight(64);
        root.setMinHeight(48);
        model.plotProperty().subscribe(chart::show);
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    @Override
    public String title() {
        return Words.of("timeline.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(RunSnapshot run) {
        model.show(run);
    }
}
