package dev.breakwater.shop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Two ways to do the same, in turn; each round gives one ratio.
final class Duel {
    private static final int WARM_UP = 1;

    /// One measurement.
    interface Way {
        double perSecond() throws Exception;
    }

    private Duel() {}

    /// Prints medians, with least and greatest in brackets.
    static void fight(int rounds, String nameOfOurs, Way ours, String nameOfTheirs, Way theirs) throws Exception {
        List<Double> own = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            double their = theirs.perSecond();
            double our = ours.perSecond();
            System.out.printf(Locale.ROOT, "%s %,.0f/s  %s %,.0f/s  ratio %.2f%s%n", nameOfOurs, our, nameOfTheirs, their, our / their,
                    round < 0 ? "  (warm-up)" : "");
            if (round >= 0) {
                own.add(our);
                others.add(their);
                ratios.add(our / their);
            }
        }
        System.out.printf("| %s | %s | %s | %s |%n", nameOfOurs + " : " + nameOfTheirs, text(own, "%,.0f"), text(others, "%,.0f"),
                text(ratios, "%.2f"));
    }

    private static String text(List<Double> values, String form) {
        List<Double> sorted = values.stream().sorted().toList();
        return String.format(Locale.ROOT, form + " (" + form + " to " + form + ")", sorted.get(sorted.size() / 2), sorted.getFirst(),
                sorted.getLast());
    }
}
