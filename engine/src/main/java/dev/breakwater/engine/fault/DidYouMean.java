package dev.breakwater.engine.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds what was meant by a name that does not exist.
public final class DidYouMean {
    private DidYouMean() {}

    /// `; did you mean latency?`, or all that there is when nothing is near.
    public static String hint(String got, Collection<String> known) {
        return nearest(got, known).map(name -> "; did you mean %s?".formatted(name))
                .orElseGet(() -> known.isEmpty() ? "; there is none" : "; there is " + String.join(", ", known));
    }

    /// The known name that is at most a third of its letters away.
    public static Optional<String> nearest(String got, Collection<String> known) {
        return known.stream().filter(name -> distance(got, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(got, name)));
    }

    /// How many letters must be put in, left out, changed, or swapped with their neighbour (optimal string alignment).
    static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int step(int[][] edits, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
