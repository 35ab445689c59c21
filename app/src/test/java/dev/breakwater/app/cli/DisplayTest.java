package dev.breakwater.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DisplayTest {
    @Test
    void linuxNeedsX11OrWayland() {
        assertEquals(false, Display.reachable(Map.of(), "Linux"));
        assertEquals(false, Display.reachable(Map.of("DISPLAY", ""), "Linux"));
        assertEquals(true, Display.reachable(Map.of("DISPLAY", ":0"), "Linux"));
        assertEquals(true, Display.reachable(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux"));
        assertEquals(true, Display.reachable(Map.of(), "Mac OS X"));
    }
}
