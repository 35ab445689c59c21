package dev.breakwater.engine.environment.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("live")
class ChildProcessTest {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Path folder;

    ChildProcessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void getsItsOwnVariablesAndNothingElse() throws Exception {
        ChildProcess child = shell("echo \"$MARK in $(pwd), path <$HOME>\"");
        assertEquals(0, child.onExit().get(5, TimeUnit.SECONDS));
        assertEquals(List.of("here in " + folder.toRealPath() + ", path <>"), child.lastLines());
    }

    @Test
    void isItselfTheProcessThatWasStarted() throws Exception {
        ChildProcess child = shell("echo $$; exec sleep 60");
        assertEquals(String.valueOf(child.pid()), lines.poll(5, TimeUnit.SECONDS));
        child.kill();
    }

    @Test
    void isAskedToEndBeforeItIsKilled() throws Exception {
        ChildProcess child = shell("trap 'echo bye; exit 3' TERM; echo up; while :; do sleep 0.05; done");
        assertEquals("up", lines.poll(5, TimeUnit.SECONDS));
        child.terminate(Duration.ofSeconds(5));
        assertEquals(3, child.onExit().join());
        assertTrue(child.lastLines().contains("bye"), () -> child.lastLines().toString());
    }

    @Test
    void isKilledWhenItDoesNotListen() throws Exception {
        ChildProcess child = shell("trap '' TERM; echo up; while :; do sleep 0.05; done");
        assertEquals("up", lines.poll(5, TimeUnit.SECONDS));
        child.terminate(Duration.ofMillis(200));
        assertEquals(128 + 9, child.onExit().join());
    }

    @Test
    void diesWithItsDescendantsAlsoWhilePaused() throws Exception {
        ChildProcess child = shell("sleep 60 & echo $!; wait");
        long grandchild = Long.parseLong(String.valueOf(lines.poll(5, TimeUnit.SECONDS)));
        child.pause();
        child.kill();
        assertFalse(child.alive());
        ProcessHandle.of(grandchild).ifPresent(handle -> handle.onExit().orTimeout(5, TimeUnit.SECONDS).join());
        assertTrue(ProcessHandle.of(grandchild).filter(ProcessHandle::isAlive).isEmpty());
    }

    private ChildProcess shell(String script) throws Exception {
        return ChildProcess.start(
                new ChildCommand(List.of("/bin/sh", "-c", script), Map.of("MARK", "here", "PATH", "/usr/bin:/bin"), folder), lines::add);
    }
}
