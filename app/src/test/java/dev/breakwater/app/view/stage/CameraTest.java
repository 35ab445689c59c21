package dev.breakwater.app.view.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.view.stage.layout.Box;
import dev.breakwater.app.view.stage.layout.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class CameraTest {
    private static final List<Box> BOXES = List.of(new Box(50, 50, 100, 60), new Box(900, 450, 100, 60));

    @Test
    void fittedEverythingIsInSight() {
        Camera camera = Camera.fit(BOXES, 600, 400, 16);
        for (Box box : BOXES) {
            assertTrue(camera.screenX(box.left()) >= 15.9 && camera.screenX(box.right()) <= 584.1);
            assertTrue(camera.screenY(box.top()) >= 15.9 && camera.screenY(box.bottom()) <= 384.1);
        }
    }

    @Test
    void zoomingKeepsThePlaceUnderThePointer() {
        Camera camera = Camera.fit(BOXES, 600, 400, 16);
        Point before = camera.world(200, 120);
        Point after = camera.zoomed(1.7, 200, 120).world(200, 120);
        assertEquals(before.x(), after.x(), 1e-6);
        assertEquals(before.y(), after.y(), 1e-6);
    }

    @Test
    void zoomHasBounds() {
        assertEquals(4, new Camera(3.9, 0, 0).zoomed(100, 0, 0).scale());
        assertEquals(0.25, new Camera(0.3, 0, 0).zoomed(0.001, 0, 0).scale());
    }

    @Test
    void aStageWithoutSizeOrNodesHasACameraToo() {
        assertEquals(Camera.START, Camera.fit(BOXES, 0, 0, 16));
        assertEquals(Camera.START, Camera.fit(List.of(), 600, 400, 16));
    }
}
