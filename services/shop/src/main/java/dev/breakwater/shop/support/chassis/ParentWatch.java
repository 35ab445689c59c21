package dev.breakwater.shop.support.chassis;

import java.time.Duration;

/// Ends this process when the one that started it is gone, however that ended.
final class ParentWatch {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_END = Duration.ofSeconds(4);

    private ParentWatch() {}

    static void start(long parentPid) {
        Thread.ofPlatform().daemon().name("parent watch").start(() -> {
            try {
                // a dead parent that nobody has waited for still has a pid, but its children get another parent at once
                boolean child = isParent(parentPid);
                while (child ? isParent(parentPid) : ProcessHandle.of(parentPid).isPresent()) {
                    Thread.sleep(EVERY);
                }
                Thread.ofPlatform().daemon().start(() -> System.exit(0));
                Thread.sleep(LONGEST_END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(0);
        });
    }

    private static boolean isParent(long pid) {
        return ProcessHandle.current().parent().filter(parent -> parent.pid() == pid).isPresent();
    }
}
