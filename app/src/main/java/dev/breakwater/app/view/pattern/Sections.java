package dev.breakwater.app.view.pattern;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.Rates;
import dev.breakwater.engine.diagnostics.ProcessorSampler;
import dev.breakwater.engine.model.broker.StreamView;
import dev.breakwater.engine.model.figure.CallFigure;
import dev.breakwater.engine.model.figure.FigureBoard;
import dev.breakwater.engine.model.figure.FigureView;
import dev.breakwater.engine.model.figure.FigureView.Row;
import dev.breakwater.engine.model.figure.GroupFigure;
import dev.breakwater.engine.model.figure.QueueFigure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Writes a board of figures as sections: first what services tell, then queues, streams and calls. A section without rows is left out.
final class Sections {
    private static final LabelOrder LABELS = new LabelOrder();

    private Sections() {}

    static List<PatternSection> of(FigureBoard board) {
        List<PatternSection> all = new ArrayList<>();
        List<PatternSection> measuredByTheLab = new ArrayList<>();
        board.told().forEach(figure -> {
            boolean told = !figure.name().equals(ProcessorSampler.FIGURE);
            (told ? all : measuredByTheLab).add(figure.counted() ? counted(figure) : measured(figure, told));
        });
        all.add(queues(board.queues()));
        all.add(streams(board.groups()));
        all.add(calls(board.calls()));
        all.addAll(measuredByTheLab);
        return all.stream().filter(section -> !section.rows().isEmpty()).toList();
    }

    private static PatternSection counted(FigureView figure) {
        double all = figure.rows().stream().mapToDouble(Row::count).sum();
        List<PatternRow> rows = sorted(figure).map(row -> new PatternRow(row.label(), row.count() / all,
                List.of(Figures.count(row.count()), Rates.text(row.perSecond()), Figures.percent(100 * row.count() / all)),
                row.minute(), "")).toList();
        return new PatternSection(figure.name(), true, "", words("pattern.count", "pattern.rate", "pattern.share"),
                most(figure.rows(), Row::minute), rows);
    }

    private static PatternSection measured(FigureView figure, boolean told) {
        double most = largest(figure.rows(), Sections::now);
        List<PatternRow> rows = sorted(figure).map(row -> new PatternRow(row.label(), share(now(row), most),
                List.of(Figures.count(row.count()), Rates.text(row.perSecond()), Values.text(row.recent(), figure.unit()),
                        Values.text(row.p50(), figure.unit()), Values.text(row.p99(), figure.unit())),
                row.minute(), Words.of("pattern.more", Values.text(row.mean(), figure.unit()), Values.text(row.max(), figure.unit()))))
                .toList();
        return new PatternSection(Values.title(figure.name(), figure.unit()), told, "",
                words("pattern.count", "pattern.rate", "pattern.recent", "pattern.median", "pattern.slow"),
                most(figure.rows(), Row::minute), rows);
    }

    private static Stream<Row> sorted(FigureView figure) {
        return figure.rows().stream().sorted(Comparator.comparing(Row::label, LABELS));
    }

    private static double now(Row row) {
        return Double.isNaN(row.recent()) ? 0 : row.recent();
    }

    private static PatternSection queues(List<QueueFigure> queues) {
        double most = largest(queues, figure -> figure.queue().ready());
        return new PatternSection(Words.of("pattern.queues"), false, Words.of("pattern.queuesNote"),
                words("pattern.ready", "pattern.consumers"), most(queues, QueueFigure::minute),
                queues.stream().map(figure -> new PatternRow(figure.queue().name(), share(figure.queue().ready(), most),
                        List.of(Figures.count(figure.queue().ready()), Figures.count(figure.queue().consumers())),
                        figure.minute(), "")).toList());
    }

    private static PatternSection streams(List<GroupFigure> groups) {
        double most = largest(groups, figure -> waiting(figure.group()));
        return new PatternSection(Words.of("pattern.streams"), false, Words.of("pattern.streamsNote"),
                words("pattern.pending", "pattern.idle", "pattern.lag", "pattern.consumers"), most(groups, GroupFigure::minute),
                groups.stream().map(figure -> new PatternRow(Words.of("pattern.group", figure.stream(), figure.group().name()),
                        share(waiting(figure.group()), most),
                        List.of(Figures.count(figure.group().pending()), idle(figure.group()), Figures.count(figure.group().lag()),
                                Figures.count(figure.group().consumers())), figure.minute(), "")).toList());
    }

    private static double waiting(StreamView.Group group) {
        return (double) group.pending() + group.lag();
    }

    private static String idle(StreamView.Group group) {
        return group.pending() == 0 ? Values.NONE : Figures.time(Duration.ofMillis(group.oldestPendingMillis()));
    }

    private static PatternSection calls(List<CallFigure> calls) {
        double most = largest(calls, CallFigure::perRequest);
        return new PatternSection(Words.of("pattern.ratio"), false, Words.of("pattern.ratioNote"),
                words("pattern.calls", "pattern.requests", "pattern.perRequest"), most(calls, CallFigure::minute),
                calls.stream().map(figure -> new PatternRow(Words.of("pattern.call", figure.from(), figure.to()),
                        share(figure.perRequest(), most),
                        List.of(Figures.count(figure.calls()), Figures.count(figure.requests()), Values.ratio(figure.perRequest())),
                        figure.minute(), "")).toList());
    }

    private static List<String> words(String... keys) {
        return Stream.of(keys).map(key -> Words.of(key)).toList();
    }

    /// 0 when there is nothing to compare with.
    private static double share(double value, double most) {
        return most > 0 && value > 0 ? value / most : 0;
    }

    private static <T> double largest(Collection<T> all, ToDoubleFunction<T> value) {
        return all.stream().mapToDouble(value).filter(each -> !Double.isNaN(each)).max().orElse(0);
    }

    private static <T> double most(Collection<T> all, Function<T, List<Double>> minute) {
        return largest(all.stream().flatMap(each -> minute.apply(each).stream()).toList(), Double::doubleValue);
    }
}
