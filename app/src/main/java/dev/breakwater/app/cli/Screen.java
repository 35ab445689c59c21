package dev.breakwater.app.cli;

import java.io.PrintWriter;
import java.util.List;

/// A terminal on which a few lines are drawn again and again in the same place.
final class Screen {
    private static final String UP_AND_CLEAR = "\u001b[%dA\r\u001b[J";

    private final PrintWriter out;
    private int drawn;

    Screen(PrintWriter out) {
        this.out = out;
    }

    /// Whether standard output is a terminal: only the launcher script can tell.
    static boolean isTerminal() {
        return Boolean.getBoolean("breakwater.terminal");
    }

    static int columns() {
        return Math.max(40, Integer.getInteger("breakwater.columns", 100));
    }

    static int rows() {
        return Math.max(10, Integer.getInteger("breakwater.rows", 40));
    }

    void draw(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append(UP_AND_CLEAR.formatted(drawn));
        }
        lines.forEach(line -> text.append(line).append('\n'));
        drawn = lines.size();
        out.print(text);
        out.flush();
    }
}
