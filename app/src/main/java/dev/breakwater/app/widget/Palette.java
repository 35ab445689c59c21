package dev.breakwater.app.widget;

import dev.breakwater.engine.model.topology.Protocol;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The theme's colours and letters, for code that paints on a canvas. Comes from style sheets by [CanvasPane].
///
/// @param text what is to be read first
/// @param muted labels
/// @param faint lines and borders
/// @param surface what everything is painted on
/// @param font the window's font
/// @param monoFamily font family of figures and ids
public record Palette(
        Color text, Color muted, Color faint, Color surface, Color accent, Color success, Color warning, Color danger,
        Font font, String monoFamily) {

    /// Whether light letters stand on dark ground.
    public boolean dark() {
        return surface.getBrightness() < 0.5;
    }

    /// The colour by which a protocol is known on the stage, in charts and in legends.
    public Color protocol(Protocol protocol) {
        return Color.web(switch (protocol) {
            case REST -> dark() ? "#58a6ff" : "#0969da";
            case GRPC -> dark() ? "#39c5bb" : "#0e7c74";
            case RABBITMQ -> dark() ? "#f0883e" : "#bc4c00";
            case REDIS_STREAMS -> dark() ? "#db61a2" : "#bf3989";
            case MONGODB -> dark() ? "#56d364" : "#1a7f37";
            case WEBSOCKET -> dark() ? "#a371f7" : "#8250df";
        });
    }

    /// `color` as a thin wash over the surface.
    public Color wash(Color color, double opacity) {
        return color.deriveColor(0, 1, 1, opacity);
    }

    public Font small() {
        return Font.font(font.getFamily(), SMALL);
    }

    public Font bold() {
        return Font.font(font.getFamily(), FontWeight.BOLD, SMALL);
    }

    public Font mono() {
        return Font.font(monoFamily, SMALL);
    }

    private static final double SMALL = 11;
}
