package dev.breakwater.app.widget;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures and shortens text for canvases, which cannot. JavaFX thread only.
public final class Lettering {
    private static final Text RULER = new Text();

    private Lettering() {}

    public static double width(String text, Font font) {
        RULER.setFont(font);
        RULER.setText(text);
        return RULER.getLayoutBounds().getWidth();
    }

    /// `text`, or as much of its beginning as fits, with an ellipsis; empty when not even that makes sense.
    public static String fit(String text, Font font, double width) {
        double full = width(text, font);
        if (full <= width) {
            return text;
        }
        int keep = (int) Math.floor(text.length() * width / full) - 1;
        return keep < 3 ? "" : text.substring(0, keep).stripTrailing() + "…";
    }
}
