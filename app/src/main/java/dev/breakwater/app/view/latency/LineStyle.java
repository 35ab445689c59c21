package dev.breakwater.app.view.latency;

import dev.breakwater.app.widget.Palette;
import dev.breakwater.engine.model.topology.Protocol;
import javafx.scene.paint.Color;

/// How a link's line is told from others: the hue is its protocol's; dashes and shade tell links of one protocol apart.
///
/// @param variant 0, 1, 2 … among the links of the protocol; the same as long as the run lasts
public record LineStyle(Protocol protocol, int variant) {
    private static final int DASHES = 4;

    public Color color(Palette palette) {
        Color base = palette.protocol(protocol);
        return switch (variant / DASHES % 3) {
            case 1 -> base.interpolate(palette.text(), 0.45);
            case 2 -> base.interpolate(palette.surface(), 0.35);
            default -> base;
        };
    }

    /// Lengths of strokes and gaps in pixels; none for a solid line.
    public double[] dashes() {
        return switch (variant % DASHES) {
            case 1 -> new double[] {11, 3};
            case 2 -> new double[] {3, 3};
            case 3 -> new double[] {11, 3, 3, 3};
            default -> new double[0];
        };
    }
}
