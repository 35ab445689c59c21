package dev.breakwater.engine.environment.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names one run and the lab process that owns it, so that whoever meets the name can tell whether that lab still lives.
/// Written as `<pid>-<its start, ms>-<random>`.
public record RunId(long pid, Instant start, String distinction) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,10})-(\\d{1,15})-([0-9a-f]{8})");
    /// A start time is read from the kernel's ticks since boot; two processes may disagree on when that was.
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    public static RunId ofThisProcess(RandomGenerator random) {
        ProcessHandle self = ProcessHandle.current();
        return new RunId(self.pid(), startOf(self), "%08x".formatted(random.nextInt()));
    }

    public static Optional<RunId> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) return Optional.empty();
        return Optional.of(
                new RunId(Long.parseLong(parts.group(1)), Instant.ofEpochMilli(Long.parseLong(parts.group(2))), parts.group(3)));
    }

    public boolean ownerLives() {
        return isSame(pid, start).isPresent();
    }

    boolean isOfThisProcess() {
        return pid == ProcessHandle.current().pid();
    }

    /// The process with that pid, if it is the one that began then: pids are given again.
    static Optional<ProcessHandle> isSame(long pid, Instant start) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> Duration.between(start, startOf(handle)).abs().compareTo(CLOCK_TOLERANCE) <= 0);
    }

    static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    @Override
    public String toString() {
        return pid + "-" + start.toEpochMilli() + "-" + distinction;
    }
}
