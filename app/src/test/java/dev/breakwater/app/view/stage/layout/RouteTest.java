package dev.breakwater.app.view.stage.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RouteTest {
    private final Route straight = Route.cubic(new Point(0, 0), new Point(90, 0), new Point(95, 0), new Point(100, 0));

    @Test
    void dotsMoveEvenlyAlongTheWay() {
        assertEquals(25, straight.xAt(0.25), 0.5);
        assertEquals(50, straight.xAt(0.5), 0.5);
        assertEquals(100, straight.xAt(1), 0.001);
    }

    @Test
    void theDistanceIsThatToTheNearestPart() {
        assertEquals(7, straight.distance(40, 7), 0.01);
        assertEquals(5, straight.distance(103, 4), 0.01);
    }

    @Test
    void beyondTheEndsOneStaysAtTheEnds() {
        assertEquals(straight.at(0), straight.at(-1));
        assertEquals(straight.at(1), straight.at(2));
    }
}
