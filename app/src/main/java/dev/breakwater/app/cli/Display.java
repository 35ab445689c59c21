package dev.breakwater.app.cli;

import java.util.Map;

/// Whether there is a screen to open a window on.
final class Display {
    private static final String X11 = "DISPLAY";
    private static final String WAYLAND = "WAYLAND_DISPLAY";

    private Display() {}

    /// macOS and Windows always have one; elsewhere the variables of X11 or Wayland tell.
    static boolean reachable(Map<String, String> variables, String system) {
        return system.startsWith("Mac") || system.startsWith("Windows") || !name(variables).isEmpty();
    }

    /// `DISPLAY=:0`; empty when neither is set.
    static String name(Map<String, String> variables) {
        String x11 = variables.getOrDefault(X11, "");
        String wayland = variables.getOrDefault(WAYLAND, "");
        return !x11.isBlank() ? X11 + "=" + x11 : !wayland.isBlank() ? WAYLAND + "=" + wayland : "";
    }
}
