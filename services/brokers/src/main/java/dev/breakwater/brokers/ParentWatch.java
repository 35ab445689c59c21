package dev.breakwater.brokers;

import dev.breakwater.contract.Variables;
import java.time.Duration;

/// Ends this process when the lab that started it is gone, however it went.
public final class ParentWatch {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private ParentWatch() {}

    /// Does nothing when [Variables#PARENT_PID] is not set: then a person started it.
    public static void start() {
        String pid = System.getenv(Variables.PARENT_PID);
        if (pid == null || pid.isBlank()) return;
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(Long.parseLong(pid.strip())));
    }

    /// A dead parent that nobody has waited for still has a pid; but its children get another parent at once.
    private static void watch(long lab) {
        boolean child = isParent(lab);
        while (child ? isParent(lab) : ProcessHandle.of(lab).isPresent()) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
        Runtime.getRuntime().halt(0); // no shutdown hooks: the data is safe without, and nobody waits for it
    }

    private static boolean isParent(long pid) {
        return ProcessHandle.current().parent().filter(parent -> parent.pid() == pid).isPresent();
    }
}
