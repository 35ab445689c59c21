package dev.breakwater.engine.scenario;

import dev.breakwater.engine.fault.DidYouMean;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds what was probably meant by a name that is not known.
public final class Spelling {
    private static final int MAX_LISTED = 12;
    /// Nothing is meant by a longer one.
    private static final int LONGEST = 100;

    private Spelling() {}

    /// The nearest of `known`, when at most a third of its letters differ; capitals do not count.
    public static Optional<String> closest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, String> byLowerCase = new LinkedHashMap<>();
        known.forEach(name -> byLowerCase.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return DidYouMean.nearest(word.toLowerCase(Locale.ROOT), byLowerCase.keySet()).map(byLowerCase::get);
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
}
