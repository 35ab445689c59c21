package dev.breakwater.engine.model.fold;

import static dev.breakwater.engine.model.fold.SpanFacts.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.fact.Fact.FigureObserved;
import dev.breakwater.engine.model.figure.FigureView;
import dev.breakwater.engine.model.figure.FigureView.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FigureFoldTest {
    /// Means of values at the very end of the range of doubles may be rounded beyond it.
    private static final double HUGE = 1e300;
    /// When a second is whole: half a second after its end.
    private static final Duration WHOLE = Duration.ofMillis(500);
    private final FigureFold fold = new FigureFold();

    private static FigureObserved waited(long millis, String label, double value) {
        return new FigureObserved(T0.plusMillis(millis), "payment-service", "Waiting time", "ms", label, value);
    }

    private static FigureObserved done(Instant at, String label) {
        return new FigureObserved(at, "order-worker-1", "Done", "", label, 1);
    }

    private Row row(long afterSeconds) {
        fold.renew(T0.plusSeconds(afterSeconds).plus(WHOLE));
        return fold.view().getFirst().rows().getFirst();
    }

    @Test
    void whatIsCountedIsCountedSecondBySecond() {
        for (int i = 0; i < 8; i++) {
            fold.apply(done(T0.plusMillis(250L * i), "order-worker-1"));
        }
        Row shown = row(4);
        assertEquals(8, shown.count());
        assertEquals(8 / 4.0, shown.perSecond());
        List<Double> minute = Stream.concat(Collections.nCopies(56, 0.0).stream(), Stream.of(4.0, 4.0, 0.0, 0.0)).toList();
        assertEquals(minute, shown.minute());
        assertTrue(Double.isNaN(shown.p50()) && Double.isNaN(shown.p99()));
        assertEquals(new Row("order-worker-1", 8, 0, Double.NaN, 1, 1, Double.NaN, Double.NaN, Collections.nCopies(60, 0.0)), row(200));
    }

    @Test
    void whatIsMeasuredHasItsMeanInEachSecondAndNothingWhereThereIsNone() {
        fold.apply(waited(100, "priority 9", 10));
        fold.apply(waited(900, "priority 9", 30));
        fold.apply(waited(2_100, "priority 9", 50));
        Row shown = row(3);
        assertEquals(List.of(20.0, Double.NaN, 50.0), shown.minute().subList(57, 60));
        assertEquals(30, shown.mean(), 1e-9);
        assertEquals(30, shown.recent(), 1e-9);
        assertEquals(50, shown.max());
        assertEquals(30, shown.p50(), 30 * 0.016);
        assertEquals(50, shown.p99(), 50 * 0.016);
    }

    @Test
    void aSecondThatStillFillsIsNotShown() {
        fold.apply(waited(1_000, "a", 10));
        fold.renew(T0.plusMillis(2_400));
        assertEquals(Double.NaN, fold.view().getFirst().rows().getFirst().minute().getLast());
        fold.renew(T0.plusMillis(2_500));
        assertEquals(10, fold.view().getFirst().rows().getFirst().minute().getLast());
    }

    @Test
    void percentilesAreNotToldOfWhatTheHistogramCannotHold() {
        fold.apply(waited(0, "a", -1));
        assertTrue(Double.isNaN(row(1).p99()));
        assertEquals(-1, row(1).mean());
    }

    @Test
    void theSameNameWithAnotherUnitIsAnotherFigure() {
        fold.apply(waited(0, "a", 1));
        fold.apply(new FigureObserved(T0, "x", "Waiting time", "s", "a", 1));
        row(1);
        assertEquals(List.of("ms", "s"), fold.view().stream().map(FigureView::unit).toList());
    }

    @Test
    void idsInNamesAndLabelsDoNotGrowIt() {
        for (int i = 0; i < 100_000; i++) {
            assertEquals(i < FigureFold.LABELS, fold.apply(done(T0, "id " + i)));
        }
        for (int i = 1; i < 10_000; i++) {
            assertEquals(i < FigureFold.FIGURES, fold.apply(new FigureObserved(T0, "x", "figure " + i, "ms", "a", 1)));
        }
        assertTrue(fold.apply(done(T0, "id 1")));
        row(1);
        assertEquals(FigureFold.FIGURES, fold.view().size());
        assertEquals(FigureFold.LABELS, fold.view().getFirst().rows().size());
        assertEquals(2, fold.view().getFirst().rows().get(1).count());
    }

    @Test
    void theSameViewStaysWhileNothingChanges() {
        fold.apply(done(T0, "a"));
        assertTrue(fold.renew(T0.plusSeconds(100)));
        List<FigureView> before = fold.view();
        assertFalse(fold.renew(T0.plusSeconds(500)));
        assertSame(before, fold.view());
    }

    record Told(double second, double value) {}

    @Provide
    Arbitrary<List<Told>> observations() {
        Arbitrary<Double> values = Arbitraries.oneOf(Arbitraries.doubles().between(0, 1e6), Arbitraries.doubles().between(-HUGE, HUGE));
        return Combinators.combine(Arbitraries.doubles().between(-100, 59.99), values).as(Told::new).list().ofMinSize(1).ofMaxSize(300);
    }

    /// In any order, from any time, with any value up to [#HUGE].
    @Property(tries = 500)
    void everyFigureIsThatOfTheValuesToldInItsTime(@ForAll("observations") List<Told> told) {
        FigureFold any = new FigureFold();
        told.forEach(each -> any.apply(waited(Math.round(each.second() * 1_000), "a", each.value())));
        any.renew(T0.plusSeconds(60).plus(WHOLE));
        Row shown = any.view().getFirst().rows().getFirst();
        double[] all = told.stream().mapToDouble(Told::value).toArray();
        double size = DoubleStream.of(all).map(Math::abs).max().orElse(0);
        assertEquals(all.length, shown.count());
        assertEquals(DoubleStream.of(all).max().orElse(0), shown.max());
        assertClose(mean(all), shown.mean(), size);
        for (int i = 0; i < 60; i++) {
            assertClose(mean(in(told, i, i + 1)), shown.minute().get(i), size);
        }
        double[] recent = in(told, 50, 60);
        long first = told.stream().mapToLong(each -> Math.floorDiv(Math.round(each.second() * 1_000), 1_000L)).min().orElse(0);
        assertEquals((double) recent.length / Math.min(10, 60 - first), shown.perSecond(), 1e-9);
        assertClose(mean(recent), shown.recent(), size);
        boolean inRange = DoubleStream.of(all).allMatch(value -> value >= 0 && value <= FigureRow.HISTOGRAM_MAX);
        assertEquals(inRange, !Double.isNaN(shown.p50()));
        assertTrue(!inRange || (shown.p50() <= shown.p99() && shown.p99() <= shown.max()));
    }

    private static double[] in(List<Told> told, long from, long to) {
        return told.stream().filter(each -> {
            long second = Math.floorDiv(Math.round(each.second() * 1_000), 1_000L);
            return second >= from && second < to;
        }).mapToDouble(Told::value).toArray();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).map(value -> value / values.length).sum() + (values.length == 0 ? Double.NaN : 0);
    }

    private static void assertClose(double wanted, double shown, double size) {
        assertTrue(Double.isNaN(wanted) ? Double.isNaN(shown) : Math.abs(wanted - shown) <= size * 1e-9 + 1e-9,
                () -> wanted + " is not " + shown);
    }
}
