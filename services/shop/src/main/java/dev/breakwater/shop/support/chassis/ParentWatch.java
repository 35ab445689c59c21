package dev.breakwater.shop.support.chassis;

import java.time.Duration;

/// Ends this process when the one that started it is gone, however that ended.
final class ParentWatch {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_END = Duration.ofSeconds(4);

    private ParentWatch() {}

    static void start(long parentPid) {
        Thread.ofPlatform().daemon().name("parent watch").start(() -> {
            ProcessHandle parent = ProcessHandle.of(parentPid).orElse(null);
            try {
                while (parent != null && parent.isAlive()) {
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
}
