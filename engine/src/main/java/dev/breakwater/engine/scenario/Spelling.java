package dev.breakwater.engine.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds what was probably meant by a name that is not known.
public final class Spelling {
    private static final int MAX_LISTED = 12;

    private Spelling() {}

    /// The nearest of `known` by optimal string alignment distance, when at most a third of its letters differ.
    public static Optional<String> closest(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT))));
    }

    /// `unknown service "paymnet-service"; did you mean "payment-service"?`, or the list of what there is.
    public static String unknown(String what, String word, Collection<String> known) {
        String said = "unknown %s \"%s\"".formatted(what, shortened(word));
        if (known.isEmpty()) {
            return said + "; there is none here";
        }
        return closest(word, known).map(meant -> said + "; did you mean \"%s\"?".formatted(meant))
                .orElseGet(() -> said + "; there is " + some(known));
    }

    private static String some(Collection<String> known) {
        String first = known.stream().limit(MAX_LISTED).collect(Collectors.joining(", "));
        return known.size() <= MAX_LISTED ? first : first + " and %d more".formatted(known.size() - MAX_LISTED);
    }

    static String shortened(String word) {
        String line = word.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }

    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > b.length()) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
