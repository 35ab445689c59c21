package dev.breakwater.app.view.stage;

import dev.breakwater.app.theme.Ink;
import dev.breakwater.engine.model.topology.Protocol;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Transform;

/// The dots as ready pictures.
final class Sprites {
    /// Width and height of the drawings.
    private static final double SIZE = 20;
    private static final double MIDDLE = SIZE / 2;
    private static final double LEAST = 15;
    private static final double MOST = 26;
    private static final double RADIUS = 4;
    private final Map<Protocol, Sprite> plain = new EnumMap<>(Protocol.class);
    private final Map<Protocol, Sprite> delayed = new EnumMap<>(Protocol.class);
    private final Map<Protocol, Sprite> refused = new EnumMap<>(Protocol.class);
    private final Sprite failed;
    private final Sprite mark;
    private final double density;

    /// @param density pixels of the screen per unit
    /// @param size width and height on the screen
    Sprites(Ink ink, double density, double size) {
        this.density = density;
        double scale = density * size / SIZE;
        for (Protocol protocol : Protocol.values()) {
            Color color = ink.of(protocol);
            plain.put(protocol, sprite(scale, SIZE, g -> dot(g, color)));
            delayed.put(protocol, sprite(scale, SIZE, g -> clock(g, color, ink.ground())));
            refused.put(protocol, sprite(scale, SIZE, g -> ring(g, color, ink.ground())));
        }
        failed = sprite(scale, SIZE, g -> cross(g, ink.danger(), ink.ground()));
        mark = sprite(scale, SIZE + 4, g -> halo(g, ink.text(), SIZE + 4));
    }

    /// How large dots are when the stage is drawn at this scale: they shrink less than nodes do.
    static double sizeAt(double scale) {
        return Math.rint(Math.clamp(SIZE * scale, LEAST, MOST));
    }

    double density() {
        return density;
    }

    Sprite plain(Protocol protocol) {
        return of(plain, protocol);
    }

    /// With the hands of a clock.
    Sprite delayed(Protocol protocol) {
        return of(delayed, protocol);
    }

    /// A dashed ring.
    Sprite refused(Protocol protocol) {
        return of(refused, protocol);
    }

    /// A cross.
    Sprite failed() {
        return failed;
    }

    /// A circle around the dot that is pointed at.
    Sprite mark() {
        return mark;
    }

    private Sprite of(Map<Protocol, Sprite> sprites, Protocol protocol) {
        Sprite sprite = sprites.get(protocol);
        return sprite == null ? failed : sprite;
    }

    private interface Drawing {
        void on(GraphicsContext g);
    }

    private static Sprite sprite(double scale, double size, Drawing drawing) {
        Canvas canvas = new Canvas(size, size);
        drawing.on(canvas.getGraphicsContext2D());
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(scale, scale));
        return Sprite.of(canvas.snapshot(parameters, null));
    }

    private static void dot(GraphicsContext g, Color color) {
        g.setFill(Ink.wash(color, 0.2));
        g.fillOval(MIDDLE - 8, MIDDLE - 8, 16, 16);
        g.setFill(color);
        g.fillOval(MIDDLE - RADIUS, MIDDLE - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    private static void clock(GraphicsContext g, Color color, Color ground) {
        g.setFill(Ink.wash(color, 0.25));
        g.fillOval(0, 0, SIZE, SIZE);
        g.setFill(ground);
        g.fillOval(MIDDLE - 7, MIDDLE - 7, 14, 14);
        g.setStroke(color);
        g.setLineWidth(1.8);
        g.strokeOval(MIDDLE - 6.5, MIDDLE - 6.5, 13, 13);
        g.setLineWidth(1.6);
        g.strokePolyline(new double[] {MIDDLE, MIDDLE, MIDDLE + 3}, new double[] {MIDDLE - 4, MIDDLE, MIDDLE + 1.5}, 3);
    }

    private static void ring(GraphicsContext g, Color color, Color ground) {
        g.setFill(ground);
        g.fillOval(MIDDLE - 6, MIDDLE - 6, 12, 12);
        g.setStroke(color);
        g.setLineWidth(2);
        g.setLineDashes(3, 2.2);
        g.strokeOval(MIDDLE - 5, MIDDLE - 5, 10, 10);
    }

    private static void cross(GraphicsContext g, Color color, Color ground) {
        g.setLineCap(StrokeLineCap.ROUND);
        for (double width : new double[] {5, 2.6}) {
            g.setStroke(width > 3 ? ground : color);
            g.setLineWidth(width);
            g.strokeLine(MIDDLE - 4.5, MIDDLE - 4.5, MIDDLE + 4.5, MIDDLE + 4.5);
            g.strokeLine(MIDDLE - 4.5, MIDDLE + 4.5, MIDDLE + 4.5, MIDDLE - 4.5);
        }
    }

    private static void halo(GraphicsContext g, Color color, double size) {
        g.setStroke(color);
        g.setLineWidth(1.6);
        g.strokeOval(1, 1, size - 2, size - 2);
    }
}
