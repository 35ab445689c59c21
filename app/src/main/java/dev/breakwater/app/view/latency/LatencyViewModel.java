package dev.breakwater.app.view.latency;

import dev.breakwater.app.widget.FaultBand;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.latency.LatencyBucket;
import dev.breakwater.engine.model.latency.LatencySeries;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Protocol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the latency chart and table show. The plot changes once a second, or at once when the user chooses something else.
public final class LatencyViewModel {
    /// More lines than these are hard to follow; the user may switch on all.
    static final int LINES = 6;

    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.P99);
    private final ObjectProperty<ChartRange> range = new SimpleObjectProperty<>(ChartRange.FIVE_MINUTES);
    private final BooleanProperty slowestOnly = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<LatencyPlot> plot = new ReadOnlyObjectWrapper<>(LatencyPlot.EMPTY);
    private final ObservableList<LinkRow> rows = FXCollections.observableArrayList();
    private final Map<LinkKey, LineStyle> styles = new HashMap<>();
    private Set<LinkKey> shown = new LinkedHashSet<>();
    private RunSnapshot run = RunSnapshot.EMPTY;
    private long plottedSecond = -1;
    private List<FaultView> plottedFaults = List.of();

    public LatencyViewModel() {
        metric.subscribe(this::plot);
        range.subscribe(this::plot);
        slowestOnly.subscribe(this::plot);
    }

    public ObjectProperty<Metric> metricProperty() {
        return metric;
    }

    public ObjectProperty<ChartRange> rangeProperty() {
        return range;
    }

    /// True as long as the chart chooses its lines itself.
    public BooleanProperty slowestOnlyProperty() {
        return slowestOnly;
    }

    public ReadOnlyObjectProperty<LatencyPlot> plotProperty() {
        return plot.getReadOnlyProperty();
    }

    public ObservableList<LinkRow> rows() {
        return rows;
    }

    /// Takes the newest state over.
    public void show(RunSnapshot newest) {
        if (newest.at().isBefore(run.at())) {
            styles.clear();
            shown.clear();
        }
        run = newest;
        if (run.at().getEpochSecond() != plottedSecond || !run.faults().equals(plottedFaults)) {
            plot();
        }
    }

    /// Adds a link's line to the chart or takes it away; from then on the chart shows what the user chose.
    public void toggle(LinkKey link) {
        if (!shown.remove(link)) {
            shown.add(link);
        }
        if (slowestOnly.get()) {
            slowestOnly.set(false);
        } else {
            plot();
        }
    }

    public String csv() {
        return LatencyCsv.of(plot.get());
    }

    private void plot() {
        plottedSecond = run.at().getEpochSecond();
        plottedFaults = run.faults();
        long to = plottedSecond;
        long from = to - range.get().seconds();
        giveStyles();
        if (slowestOnly.get()) {
            shown = SlowestLinks.next(shown, slowness(from, to), LINES);
        }
        List<PlotLine> lines = new ArrayList<>();
        for (LatencySeries series : run.latency()) {
            LinkKey link = LinkKey.of(series);
            if (shown.contains(link)) {
                lines.add(new PlotLine(link, style(link), LatencyPlot.between(series.buckets(), from, to)));
            }
        }
        plot.set(new LatencyPlot(metric.get(), from, to, lines, FaultBand.within(run.faults(), from, to),
                LatencyPlot.errors(run.latency(), from, to)));
        fillRows();
    }

    /// Mean of the chosen percentile over the range, weighted by calls.
    private Map<LinkKey, Double> slowness(long from, long to) {
        Map<LinkKey, Double> slowness = new LinkedHashMap<>();
        for (LatencySeries series : run.latency()) {
            double sum = 0;
            long calls = 0;
            for (LatencyBucket bucket : LatencyPlot.between(series.buckets(), from, to)) {
                sum += (double) metric.get().nanos(bucket) * bucket.calls();
                calls += bucket.calls();
            }
            if (calls > 0) {
                slowness.put(LinkKey.of(series), sum / calls);
            }
        }
        return slowness;
    }

    private void giveStyles() {
        for (Edge edge : run.topology().edges()) {
            style(new LinkKey(edge.from(), edge.to(), edge.protocol()));
        }
    }

    private LineStyle style(LinkKey link) {
        return styles.computeIfAbsent(link, _ -> new LineStyle(link.protocol(), used().getOrDefault(link.protocol(), 0)));
    }

    private Map<Protocol, Integer> used() {
        Map<Protocol, Integer> used = new EnumMap<>(Protocol.class);
        styles.keySet().forEach(link -> used.merge(link.protocol(), 1, Integer::sum));
        return used;
    }

    private void fillRows() {
        List<LinkRow> now = run.flows().stream().filter(flow -> flow.calls() > 0).map(this::row).toList();
        if (now.size() != rows.size()) {
            rows.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(rows.get(i))) {
                rows.set(i, now.get(i));
            }
        }
    }

    private LinkRow row(FlowStats flow) {
        LinkKey link = LinkKey.of(flow);
        return LinkRow.of(flow, style(link), shown.contains(link));
    }
}
