package dev.breakwater.engine.environment.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The end of a log. Safe to use from any thread.
final class LastLines {
    private static final int KEPT = 40;
    private static final int LONGEST = 2000;

    private final Deque<String> lines = new ArrayDeque<>(KEPT);

    synchronized void add(String line) {
        if (lines.size() == KEPT) lines.removeFirst();
        lines.addLast(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …");
    }

    synchronized List<String> toList() {
        return List.copyOf(lines);
    }
}
