package dev.breakwater.app.view.stage;

import dev.breakwater.app.theme.Ink;
import dev.breakwater.app.theme.Typeface;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// A canvas with the theme's colours, letters that stay readable at every zoom, and a few strokes that the painters share.
final class Brush {
    private static final double LEAST_TEXT = 9.5;
    private static final double LEAST_NAME = 9;
    private static final int MOST_REMEMBERED = 2_000;
    private final Text ruler = new Text();
    private final Map<String, String> fitted = new HashMap<>();
    private final Map<Double, Font> bold = new HashMap<>();
    private final Map<Double, Font> mono = new HashMap<>();
    final GraphicsContext g;
    final Ink ink;
    /// One pixel of the screen, in units of the stage.
    final double pixel;

    Brush(GraphicsContext g, Ink ink, double scale) {
        this.g = g;
        this.ink = ink;
        pixel = 1 / scale;
    }

    Font bold(double size) {
        return bold.computeIfAbsent(readable(size), Typeface::bold);
    }

    private Font exactly(double size) {
        return bold.computeIfAbsent(size, Typeface::bold);
    }

    Font mono(double size) {
        return mono.computeIfAbsent(readable(size), Typeface::mono);
    }

    private double readable(double size) {
        return Math.max(size, Math.min(size * 1.25, LEAST_TEXT * pixel));
    }

    double width(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    /// Writes as much of the text as has room, its middle line at `y`.
    void text(String text, Font font, Paint color, double x, double y, double room) {
        write(fit(text, font, room), font, color, x, y, TextAlignment.LEFT);
    }

    /// Writes a name: in smaller letters when it is long, and cut only when even that does not help.
    void name(String text, double size, double x, double y, double room) {
        double next = readable(size);
        double least = Math.min(0.8 * next, LEAST_NAME * pixel);
        while (next > least && width(text, exactly(next)) > room) {
            next -= 0.25;
        }
        text(text, exactly(next), ink.text(), x, y, room);
    }

    void textRight(String text, Font font, Paint color, double x, double y) {
        write(text, font, color, x, y, TextAlignment.RIGHT);
    }

    void textCenter(String text, Font font, Paint color, double x, double y, double room) {
        write(fit(text, font, room), font, color, x, y, TextAlignment.CENTER);
    }

    private void write(String text, Font font, Paint color, double x, double y, TextAlignment align) {
        g.setFont(font);
        g.setFill(color);
        g.setTextAlign(align);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    private String fit(String text, Font font, double room) {
        if (fitted.size() > MOST_REMEMBERED) {
            fitted.clear();
        }
        return fitted.computeIfAbsent(text + "|" + font.getSize() + "|" + font.getName() + "|" + (int) room, _ -> cut(text, font, room));
    }

    private String cut(String text, Font font, double room) {
        String shorter = text;
        while (shorter.length() > 3 && width(shorter.equals(text) ? text : shorter + "…", font) > room) {
            shorter = shorter.substring(0, shorter.length() - 1);
        }
        return shorter.equals(text) ? text : shorter + "…";
    }

    void fillRound(Paint paint, double x, double y, double w, double h, double radius) {
        g.setFill(paint);
        g.fillRoundRect(x, y, w, h, 2 * radius, 2 * radius);
    }

    void strokeRound(Paint paint, double width, double x, double y, double w, double h, double radius) {
        g.setStroke(paint);
        g.setLineWidth(width);
        g.strokeRoundRect(x, y, w, h, 2 * radius, 2 * radius);
    }

    /// A pill in the colour of danger, a flash and a few words in it, its middle at the place.
    void badge(String words, double x, double y) {
        Font font = bold(10.5);
        double w = width(words, font) + 26;
        double h = 20;
        fillRound(ink.dangerGround(), x - w / 2, y - h / 2, w, h, h / 2);
        strokeRound(ink.danger(), 1.2 * pixel, x - w / 2, y - h / 2, w, h, h / 2);
        flash(x - w / 2 + 11, y);
        textCenter(words, font, ink.dangerText(), x + 7, y, 400);
    }

    /// A small flash without words.
    void flash(double x, double y) {
        g.setFill(ink.dangerText());
        g.fillPolygon(new double[] {x + 1.5, x - 3.5, x - 0.5, x - 1.5, x + 3.5, x + 0.5},
                new double[] {y - 6, y + 1, y + 1, y + 6, y - 1, y - 1}, 6);
    }

    /// What tells a node's health: a colour and a shape of its own.
    void health(Health health, double x, double y) {
        Color color = color(health);
        g.setFill(color);
        g.setStroke(color);
        g.setLineWidth(1.8);
        switch (health) {
            case NONE -> { }
            case UP -> g.fillOval(x - 4.5, y - 4.5, 9, 9);
            case STRAINED -> g.fillPolygon(new double[] {x, x + 5.2, x - 5.2}, new double[] {y - 5, y + 4.2, y + 4.2}, 3);
            case STARTING -> g.strokeOval(x - 4, y - 4, 8, 8);
            case PAUSED -> {
                g.fillRect(x - 4, y - 4.5, 3, 9);
                g.fillRect(x + 1, y - 4.5, 3, 9);
            }
            case DOWN -> {
                g.setLineWidth(2.4);
                g.strokeLine(x - 4, y - 4, x + 4, y + 4);
                g.strokeLine(x - 4, y + 4, x + 4, y - 4);
            }
        }
    }

    Color color(Health health) {
        return switch (health) {
            case NONE -> ink.muted();
            case STARTING -> ink.accent();
            case UP -> ink.success();
            case STRAINED, PAUSED -> ink.warning();
            case DOWN -> ink.danger();
        };
    }
}
