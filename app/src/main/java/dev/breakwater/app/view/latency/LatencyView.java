package dev.breakwater.app.view.latency;

import dev.breakwater.app.view.View;
import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.EmptyState;
import dev.breakwater.app.widget.Segments;
import dev.breakwater.app.widget.WidgetStyle;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Percentiles per link: the chart, and the table that is its legend.
public final class LatencyView implements View {
    private static final double NARROWEST_TABLE = 450;
    private static final double WIDEST_TABLE = 560;

    private final LatencyViewModel model = new LatencyViewModel();
    private final LatencyChart chart = new LatencyChart(true, Words.of("latency.byLink"));
    private final LinkTable table = new LinkTable(model);
    private final StackPane root;

    public LatencyView() {
        VBox left = new VBox(toolbar(), chart.node());
        left.getStyleClass().add("stack");
        VBox.setVgrow(chart.node(), Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        HBox both = new HBox(left, table.node());
        both.getStyleClass().add("columns");
        var wide = both.widthProperty().map(width -> Math.clamp(width.doubleValue() * 0.48, NARROWEST_TABLE, WIDEST_TABLE));
        table.node().minWidthProperty().bind(wide);
        table.node().maxWidthProperty().bind(wide);
        EmptyState empty = new EmptyState(Words.of("latency.empty"), Words.of("latency.emptyHint"));
        var nothing = Bindings.isEmpty(model.rows());
        empty.visibleProperty().bind(nothing);
        both.visibleProperty().bind(nothing.not());
        root = WidgetStyle.on(new StackPane(both, empty));
        root.getStyleClass().addAll("tab-body", "latency-view");
        model.plotProperty().subscribe(chart::show);
        table.onHover(chart::highlight);
    }

    private Node toolbar() {
        var metrics = new Segments<>(List.of(Metric.values()), Metric::title, model.metricProperty());
        var ranges = new Segments<>(List.of(ChartRange.values()), LatencyView::title, model.rangeProperty());
        ToggleButton slowest = new ToggleButton(Words.of("latency.slowest", LatencyViewModel.LINES));
        slowest.setId("slowest");
        slowest.setMinWidth(Region.USE_PREF_SIZE);
        slowest.selectedProperty().bindBidirectional(model.slowestOnlyProperty());
        slowest.setTooltip(new Tooltip(Words.of("latency.slowestTip")));
        Button csv = new Button(Words.of("latency.csv"));
        csv.setMinWidth(Region.USE_PREF_SIZE);
        csv.setTooltip(new Tooltip(Words.of("latency.csvTip")));
        csv.setOnAction(_ -> CsvFile.save(model.csv(), root.getScene().getWindow()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(metrics, ranges, slowest, space, csv);
        bar.getStyleClass().add("bar");
        return bar;
    }

    /// The unit stands once, at the last of them.
    private static String title(ChartRange range) {
        return range == ChartRange.TEN_MINUTES ? Words.of("latency.minutes", range.minutes()) : String.valueOf(range.minutes());
    }

    @Override
    public String title() {
        return Words.of("latency.title");
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
