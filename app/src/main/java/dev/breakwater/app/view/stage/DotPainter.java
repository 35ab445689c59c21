package dev.breakwater.app.view.stage;

import dev.breakwater.app.view.stage.layout.Route;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.topology.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws the dots, each frame anew, on a layer of their own; finds the one under the pointer.
final class DotPainter {
    private static final double NEAR = 13;
    private final DotLayer layer;
    private List<@Nullable Route> routes = List.of();
    private Sprites sprites;

    DotPainter(DotLayer layer, Sprites sprites) {
        this.layer = layer;
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

    void paint(DotField dots, Camera camera, long now, @Nullable Transfer marked) {
        layer.sheet().clear();
        for (int i = 0; i < dots.count(); i++) {
            Route route = routes.get(dots.line(i));
            if (route == null || !dots.launched(i, now)) {
                continue;
            }
            double place = dots.place(i, now);
            double x = camera.screenX(route.xAt(place)) * sprites.density();
            double y = camera.screenY(route.yAt(place)) * sprites.density();
            draw(sprite(dots, i, now), x, y);
            if (marked != null && dots.transfer(i).sequence() == marked.sequence()) {
                draw(sprites.mark(), x, y);
            }
        }
        layer.show();
    }

    /// At whole pixels: a moving dot hides the step.
    private void draw(Sprite sprite, double x, double y) {
        layer.sheet().draw(sprite, (int) Math.rint(x - sprite.width() / 2.0), (int) Math.rint(y - sprite.height() / 2.0));
    }

    private Sprite sprite(DotField dots, int dot, long now) {
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
