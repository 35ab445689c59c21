package dev.breakwater.engine.scenario;

import dev.breakwater.engine.scenario.Problem.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Collects the mistakes of one file, so that all are told at once.
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    int count() {
        return found.size();
    }

    void syntax(Place place, String message) {
        found.add(new Problem(file, place, Kind.SYNTAX, message));
    }

    void shape(Place place, String message) {
        found.add(new Problem(file, place, Kind.SHAPE, message));
    }

    void meaning(Place place, String message) {
        found.add(new Problem(file, place, Kind.MEANING, message));
    }

    /// Complains when `name` is none of `known`; `what` says of which kind it should be.
    void unlessKnown(Name name, String what, Collection<String> known) {
        if (!name.text().isEmpty() && !known.contains(name.text())) {
            meaning(name.place(), Spelling.unknown(what, name.text(), known));
        }
    }

    /// Complains when `name` is none of `all`, or is one that this file does not list.
    void unlessListed(Name name, String what, Collection<String> all, Collection<String> listed) {
        unlessKnown(name, what, all);
        if (all.contains(name.text()) && !listed.contains(name.text())) {
            meaning(name.place(), "\"%s\" does not stand under \"%ss\"".formatted(name.text(), what));
        }
    }

    void throwIfAny() throws ScenarioRefusedException {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparing(Problem::place));
            throw new ScenarioRefusedException(found);
        }
    }
}
