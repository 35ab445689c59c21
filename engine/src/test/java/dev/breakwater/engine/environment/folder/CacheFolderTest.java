package dev.breakwater.engine.environment.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void followsTheDesktopStandardOnLinux() {
        assertEquals(Path.of("/home/ada/.cache/breakwater"), CacheFolder.of(Map.of(), "Linux", HOME).root());
        assertEquals(Path.of("/fast/breakwater"), CacheFolder.of(Map.of("XDG_CACHE_HOME", "/fast"), "Linux", HOME).root());
    }

    @Test
    void ignoresARelativeXdgFolderAsTheStandardAsks() {
        assertEquals(Path.of("/home/ada/.cache/breakwater"), CacheFolder.of(Map.of("XDG_CACHE_HOME", "cache"), "Linux", HOME).root());
    }

    @Test
    void isInTheLibraryOnMacOs() {
        assertEquals(Path.of("/home/ada/Library/Caches/Breakwater"), CacheFolder.of(Map.of(), "Mac OS X", HOME).root());
    }
}
