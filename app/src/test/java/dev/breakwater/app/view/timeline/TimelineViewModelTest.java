package dev.breakwater.app.view.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.breakwater.app.view.fixture.Runs;
import dev.breakwater.app.widget.ClockText;
import dev.breakwater.engine.model.run.RateBucket;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {
    private final TimelineViewModel model = new TimelineViewModel(new ClockText(ZoneOffset.UTC));

    @Test
    void theStripHasTheLastFiveMinutesWithoutTheSecondThatIsNotOver() {
        model.show(Runs.busy().snapshot());
        TimelinePlot plot = model.plotProperty().get();
        assertEquals(300, plot.seconds().size());
        assertEquals(Runs.NOW.getEpochSecond() - 1, plot.seconds().getLast().epochSecond());
        assertEquals(2, plot.bands().size());
        assertEquals("14:02:31", model.nowProperty().get());
    }

    @Test
    void itIsDrawnAgainOnlyWithANewSecondOrFault() {
        model.show(Runs.busy().snapshot());
        TimelinePlot plot = model.plotProperty().get();
        model.show(Runs.busy().at(Runs.NOW.plusMillis(400)).snapshot());
        assertSame(plot, model.plotProperty().get());
        model.show(Runs.busy().faults(List.of()).snapshot());
        assertNotSame(plot, model.plotProperty().get());
    }

    @Test
    void beforeARunThereIsNoTime() {
        model.show(Runs.busy().snapshot());
        model.show(RunSnapshot.EMPTY);
        assertEquals(TimelinePlot.EMPTY, model.plotProperty().get());
        assertEquals("", model.nowProperty().get());
    }

    @Test
    void aSecondIsReadByItsTime() {
        TimelinePlot plot = new TimelinePlot(0, 300, List.of(new RateBucket(7, 10, 2)), List.of());
        assertEquals(Optional.of(new RateBucket(7, 10, 2)), plot.at(7));
        assertEquals(Optional.empty(), plot.at(8));
    }
}
