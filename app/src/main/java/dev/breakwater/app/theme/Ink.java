package dev.breakwater.app.theme;

import dev.breakwater.engine.model.topology.Protocol;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/// The theme's colours for code that paints on a canvas: those of Primer, on which the style sheet builds too.
///
/// @param ground what the stage is painted on
/// @param panel boxes on it
/// @param line borders and hairlines
/// @param dangerGround the inside of what is down
public record Ink(boolean dark, Color ground, Color panel, Color line, Color text, Color muted, Color accent, Color success, Color warning,
        Color danger, Color dangerGround, Color dangerText, Map<Protocol, Color> protocols) {
    public static final Ink DARK = new Ink(true, Color.web("#0d1117"), Color.web("#161b22"), Color.web("#30363d"), Color.web("#e6edf3"),
            Color.web("#8b949e"), Color.web("#58a6ff"), Color.web("#3fb950"), Color.web("#d29922"), Color.web("#f85149"),
            Color.web("#2a1416"), Color.web("#ffa198"),
            protocols("#58a6ff", "#39c5bb", "#f0883e", "#db61a2", "#56d364", "#a371f7"));
    public static final Ink LIGHT = new Ink(false, Color.web("#f6f8fa"), Color.web("#ffffff"), Color.web("#d0d7de"), Color.web("#1f2328"),
            Color.web("#57606a"), Color.web("#0969da"), Color.web("#1a7f37"), Color.web("#9a6700"), Color.web("#cf222e"),
            Color.web("#ffebe9"), Color.web("#a40e26"),
            protocols("#0969da", "#0e7c74", "#bc4c00", "#bf3989", "#1a7f37", "#8250df"));

    public Ink {
        protocols = Map.copyOf(protocols);
    }

    public static Ink of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    public Color of(Protocol protocol) {
        return protocols.getOrDefault(protocol, muted);
    }

    /// `color` as a thin wash.
    public static Color wash(Color color, double opacity) {
        return color.deriveColor(0, 1, 1, opacity);
    }

    private static Map<Protocol, Color> protocols(String... colors) {
        Map<Protocol, Color> map = new EnumMap<>(Protocol.class);
        Iterator<String> next = List.of(colors).iterator();
        for (Protocol protocol : Protocol.values()) {
            map.put(protocol, Color.web(next.next()));
        }
        return map;
    }
}
