package dev.breakwater.engine.environment.local;

import dev.breakwater.engine.environment.aot.AotCaches;
import dev.breakwater.engine.environment.program.Jvm;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// How the processes of one environment are run.
///
/// @param jvmFlags those that use or record an AOT cache; asked at every start
/// @param before words that stand before each command
/// @param endTakes how long a part that was asked to end may take, before it is killed
/// @param makesCaches whether missing AOT caches are made in the background
record Manner(Function<Jvm, List<String>> jvmFlags, List<String> before, Duration endTakes, boolean makesCaches) {
    /// A service drains for up to three seconds.
    private static final Duration END_TAKES = Duration.ofSeconds(4);
    /// A JVM writes down what it has loaded when it ends, and does so with the lowest priority.
    static final Duration SLOW_END_TAKES = Duration.ofSeconds(60);
    static final List<String> LAST = List.of("nice", "-n", "19");

    /// For people: as fast as possible.
    static Manner usual(AotCaches caches) {
        return new Manner(caches::flags, List.of(), END_TAKES, true);
    }

    /// In the background: whatever else runs goes first.
    static Manner unhurried(Function<Jvm, List<String>> jvmFlags) {
        return new Manner(jvmFlags, LAST, SLOW_END_TAKES, false);
    }
}
