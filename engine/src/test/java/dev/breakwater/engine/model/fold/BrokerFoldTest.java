package dev.breakwater.engine.model.fold;

import static dev.breakwater.engine.model.fold.SpanFacts.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.broker.QueueView;
import dev.breakwater.engine.model.broker.StreamView;
import dev.breakwater.engine.model.fact.Fact.BrokerSampled;
import dev.breakwater.engine.model.figure.GroupFigure;
import dev.breakwater.engine.model.figure.QueueFigure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrokerFoldTest {
    private final BrokerFold fold = new BrokerFold();

    private static BrokerSampled sample(long millis, long ready, long pending, long lag) {
        return new BrokerSampled(T0.plusMillis(millis), List.of(new QueueView("order-processing", ready, 2)),
                List.of(new StreamView("user-events", 9, 9, List.of(new StreamView.Group("notification", 1, pending, lag, 400)))));
    }

    @Test
    void theNewestIsShownWithWhatWaitedInEachSecond() {
        fold.apply(sample(1_000, 4, 1, 2));
        fold.apply(sample(1_500, 6, 2, 3));
        fold.apply(sample(2_000, 7, 1, 0));
        assertTrue(fold.renew(T0.plusMillis(3_500)));
        QueueFigure queue = fold.queueFigures().getFirst();
        assertEquals(new QueueView("order-processing", 7, 2), queue.queue());
        assertEquals(List.of(Double.NaN, 5.0, 7.0), queue.minute().subList(57, 60));
        GroupFigure group = fold.groupFigures().getFirst();
        assertEquals("user-events", group.stream());
        assertEquals(new StreamView.Group("notification", 1, 1, 0, 400), group.group());
        assertEquals(List.of(Double.NaN, 4.0, 1.0), group.minute().subList(57, 60));
        assertFalse(fold.renew(T0.plusMillis(3_700)));
    }

    @Test
    void whatIsToldLateIsNotTheNewest() {
        fold.apply(sample(2_000, 7, 1, 0));
        fold.apply(sample(1_000, 4, 1, 2));
        fold.renew(T0.plusMillis(3_500));
        assertEquals(7, fold.queueFigures().getFirst().queue().ready());
    }

    @Test
    void onlySoManyAreKept() {
        for (int i = 0; i < 10; i++) {
            int round = i;
            List<QueueView> queues = IntStream.range(0, 100).mapToObj(k -> new QueueView(round + "-" + k, 1, 1)).toList();
            fold.apply(new BrokerSampled(T0.plusSeconds(i), queues, List.of()));
        }
        fold.renew(T0.plusSeconds(10));
        assertEquals(0, fold.queueFigures().size());
        assertEquals(100, fold.queues().size());
    }
}
