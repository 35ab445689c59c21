package dev.breakwater.app.view.stage;

import dev.breakwater.app.theme.Ink;
import dev.breakwater.app.view.stage.layout.Route;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.topology.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// Draws the dots, each frame anew, on a canvas of their own; finds the one under the pointer.
final class DotPainter {
    private static final double NEAR = 13;
    private final Canvas canvas;
    private List<@Nullable Route> routes = List.of();
    private Sprites sprites;
    private boolean blank = true;

    DotPainter(Canvas canvas, Sprites sprites) {
        this.canvas = canvas;
        this.sprites = sprites;
    }

    void sprites(Sprites now) {
        sprites = now;
    }

    void routes(List<Edge> edges, Map<Edge, Route> byEdge) {
        List<@Nullable Route> next = new ArrayList<>();
        edges.forEach(edge -> next.add(byEdge.get(edge)));
        routes = next;
    }

    void paint(DotField dots, Camera camera, long now, Ink ink, @Nullable Transfer marked) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        if (!blank) {
            g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        }
        blank = dots.count() == 0;
        double size = sprites.size();
        double half = size / 2;
        for (int i = 0; i < dots.count(); i++) {
            Route route = routes.get(dots.line(i));
            if (route == null || !dots.launched(i, now)) {
                continue;
            }
            double place = dots.place(i, now);
            // whole pixels: the software pipeline then copies instead of filtering, and a moving dot hides the step
            double x = Math.rint(camera.screenX(route.xAt(place)) - half);
            double y = Math.rint(camera.screenY(route.yAt(place)) - half);
            g.drawImage(image(dots, i, now), x, y, size, size);
            if (marked != null && dots.transfer(i).sequence() == marked.sequence()) {
                g.setStroke(ink.text());
                g.setLineWidth(1.6);
                g.strokeOval(x - 1, y - 1, size + 2, size + 2);
            }
        }
    }

    private Image image(DotField dots, int dot, long now) {
        Transfer transfer = dots.transfer(dot);
        if (transfer.outcome() == Outcome.REFUSED) {
            return sprites.refused(transfer.protocol());
        }
        if (dots.hasFailed(dot, now)) {
            return sprites.failed();
        }
        boolean delayed = transfer.duration().toNanos() >= DotField.DELAYED_NANOS;
        return delayed ? sprites.delayed(transfer.protocol()) : sprites.plain(transfer.protocol());
    }

    /// The message whose dot is nearest to the place, if one is near.
    @Nullable Transfer at(DotField dots, Camera camera, long now, double screenX, double screenY) {
        Transfer nearest = null;
        double least = NEAR;
        for (int i = 0; i < dots.count(); i++) {
            Route route = routes.get(dots.line(i));
            if (route != null && dots.launched(i, now)) {
                double place = dots.place(i, now);
                double away = Math.hypot(camera.screenX(route.xAt(place)) - screenX, camera.screenY(route.yAt(place)) - screenY);
                if (away < least) {
                    least = away;
                    nearest = dots.transfer(i);
                }
            }
        }
        return nearest;
    }
}
