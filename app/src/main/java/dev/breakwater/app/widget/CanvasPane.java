package dev.breakwater.app.widget;

import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.SimpleStyleableStringProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// A region that a [Painter] paints, in the colours and the font of the theme.
///
/// It paints in the layout pass, and only when the painter's data, the size or the theme changed; what follows the pointer lies
/// on a canvas of its own, so that moving the mouse does not paint the chart again. With the keyboard: ← and → move the pointer.
public final class CanvasPane extends Region {
    private static final StyleablePropertyFactory<CanvasPane> STYLE = new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<CanvasPane, Color> TEXT = color("-bw-text", p -> p.text);
    private static final CssMetaData<CanvasPane, Color> MUTED = color("-bw-muted", p -> p.muted);
    private static final CssMetaData<CanvasPane, Color> FAINT = color("-bw-faint", p -> p.faint);
    private static final CssMetaData<CanvasPane, Color> SURFACE = color("-bw-surface", p -> p.surface);
    private static final CssMetaData<CanvasPane, Color> ACCENT = color("-bw-accent", p -> p.accent);
    private static final CssMetaData<CanvasPane, Color> SUCCESS = color("-bw-success", p -> p.success);
    private static final CssMetaData<CanvasPane, Color> WARNING = color("-bw-warning", p -> p.warning);
    private static final CssMetaData<CanvasPane, Color> DANGER = color("-bw-danger", p -> p.danger);
    private static final CssMetaData<CanvasPane, Font> FONT =
            STYLE.createFontCssMetaData("-fx-font", p -> p.font, Font.getDefault(), true);
    private static final CssMetaData<CanvasPane, String> MONO =
            STYLE.createStringCssMetaData("-bw-mono-family", p -> p.mono, "monospace", true);

    private final StyleableProperty<Color> text = new Themed<>(TEXT, Color.BLACK);
    private final StyleableProperty<Color> muted = new Themed<>(MUTED, Color.GRAY);
    private final StyleableProperty<Color> faint = new Themed<>(FAINT, Color.LIGHTGRAY);
    private final StyleableProperty<Color> surface = new Themed<>(SURFACE, Color.WHITE);
    private final StyleableProperty<Color> accent = new Themed<>(ACCENT, Color.BLUE);
    private final StyleableProperty<Color> success = new Themed<>(SUCCESS, Color.GREEN);
    private final StyleableProperty<Color> warning = new Themed<>(WARNING, Color.ORANGE);
    private final StyleableProperty<Color> danger = new Themed<>(DANGER, Color.RED);
    private final StyleableProperty<Font> font = new Themed<>(FONT, Font.getDefault());
    private final StyleableProperty<String> mono = new SimpleStyleableStringProperty(MONO, this, "mono", "monospace");

    private final Painter painter;
    private final Canvas picture = new Canvas();
    private final Canvas overlay = new Canvas();
    private boolean stale = true;
    private boolean pointerStale;
    private double pointerX = Double.NaN;
    private double pointerY = Double.NaN;

    public CanvasPane(Painter painter) {
        this.painter = painter;
        getStyleClass().add("canvas-pane");
        getChildren().addAll(picture, overlay);
        setMinSize(0, 0);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointAt(Double.NaN, Double.NaN));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        focusedProperty().addListener(_ -> pointAt(Double.NaN, Double.NaN));
    }

    /// Paints again in the next layout pass; many calls cost one painting.
    public void repaint() {
        stale = true;
        requestLayout();
    }

    /// Shows the values at this place; not a number hides them.
    public void pointAt(double x, double y) {
        pointerX = x;
        pointerY = y;
        pointerStale = true;
        requestLayout();
    }

    public Palette palette() {
        return new Palette(text.getValue(), muted.getValue(), faint.getValue(), surface.getValue(), accent.getValue(), success.getValue(),
                warning.getValue(), danger.getValue(), font.getValue(), mono.getValue());
    }

    @Override
    public String getUserAgentStylesheet() {
        return WidgetStyle.url();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLE.getCssMetaData();
    }

    @Override
    protected void layoutChildren() {
        if (picture.getWidth() != getWidth() || picture.getHeight() != getHeight()) {
            size(picture);
            size(overlay);
            stale = true;
        }
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        if (stale) {
            painter.paint(cleared(picture), getWidth(), getHeight(), palette());
        }
        if (stale || pointerStale) {
            GraphicsContext g = cleared(overlay);
            if (!Double.isNaN(pointerX)) {
                painter.paintPointer(g, getWidth(), getHeight(), palette(), pointerX, pointerY);
            }
        }
        stale = false;
        pointerStale = false;
    }

    private void size(Canvas canvas) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }

    private static GraphicsContext cleared(Canvas canvas) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return g;
    }

    private void onKey(KeyEvent event) {
        double step = event.isShiftDown() ? 40 : 4;
        double from = Double.isNaN(pointerX) ? getWidth() : pointerX;
        switch (event.getCode()) {
            case LEFT -> pointAt(Math.max(0, from - step), getHeight() / 2);
            case RIGHT -> pointAt(Math.min(getWidth(), from + step), getHeight() / 2);
            case ESCAPE -> pointAt(Double.NaN, Double.NaN);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static CssMetaData<CanvasPane, Color> color(
            String name, Function<CanvasPane, StyleableProperty<Color>> property) {
        return STYLE.createColorCssMetaData(name, property, Color.GRAY, true);
    }

    private final class Themed<T> extends SimpleStyleableObjectProperty<T> {
        Themed(CssMetaData<CanvasPane, T> css, T initial) {
            super(css, CanvasPane.this, css.getProperty(), initial);
        }

        @Override
        protected void invalidated() {
            repaint();
        }
    }
}
