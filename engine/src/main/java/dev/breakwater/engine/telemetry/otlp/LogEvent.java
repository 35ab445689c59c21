package dev.breakwater.engine.telemetry.otlp;

import static dev.breakwater.contract.Attributes.BREAKER_CALLEE;
import static dev.breakwater.contract.Attributes.BREAKER_CALLS;
import static dev.breakwater.contract.Attributes.BREAKER_FAILURES;
import static dev.breakwater.contract.Attributes.BREAKER_FROM;
import static dev.breakwater.contract.Attributes.BREAKER_NAME;
import static dev.breakwater.contract.Attributes.BREAKER_OPEN_MILLIS;
import static dev.breakwater.contract.Attributes.BREAKER_RATE;
import static dev.breakwater.contract.Attributes.BREAKER_REASON;
import static dev.breakwater.contract.Attributes.BREAKER_STATE;
import static dev.breakwater.contract.Attributes.BREAKER_THRESHOLD;
import static dev.breakwater.contract.Attributes.BREAKER_TO;
import static dev.breakwater.contract.Attributes.EVENT_BREAKER_CALLS;
import static dev.breakwater.contract.Attributes.EVENT_BREAKER_TRANSITION;
import static dev.breakwater.contract.Attributes.EVENT_FIGURE;
import static dev.breakwater.contract.Attributes.EVENT_SAGA_STEP;
import static dev.breakwater.contract.Attributes.FIGURE;
import static dev.breakwater.contract.Attributes.FIGURE_LABEL;
import static dev.breakwater.contract.Attributes.FIGURE_UNIT;
import static dev.breakwater.contract.Attributes.FIGURE_VALUE;
import static dev.breakwater.contract.Attributes.ORDER_ID;
import static dev.breakwater.contract.Attributes.SAGA_REASON;
import static dev.breakwater.contract.Attributes.SAGA_STATE;
import static dev.breakwater.contract.Attributes.SAGA_STATE_BEFORE;
import static dev.breakwater.contract.Attributes.SAGA_STATUS;
import static dev.breakwater.contract.Attributes.SAGA_STEP;

import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.breaker.BreakerWindow;
import dev.breakwater.engine.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A log record with its attributes, on its way to a fact.
record LogEvent(Instant at, String service, String name, Map<String, String> told) {
    /// Names and labels of figures are kept as long as the scenario runs, and so are short.
    static final int MAX_FIGURE_CHARS = 64;

    /// @param line what to show if it is no event that the lab knows
    Fact toFact(String line) throws RefusedException {
        return switch (name) {
            case EVENT_SAGA_STEP -> new Fact.SagaStepped(at, service, needed(ORDER_ID), needed(SAGA_STEP), needed(SAGA_STATUS),
                    text(SAGA_STATE_BEFORE), text(SAGA_STATE), text(SAGA_REASON));
            case EVENT_BREAKER_TRANSITION -> new Fact.BreakerChanged(at, needed(BREAKER_NAME), service, needed(BREAKER_CALLEE),
                    phase(BREAKER_FROM), phase(BREAKER_TO), text(BREAKER_REASON), window(),
                    Duration.ofMillis((long) Math.max(0, number(BREAKER_OPEN_MILLIS))));
            case EVENT_BREAKER_CALLS -> new Fact.BreakerCounted(at, needed(BREAKER_NAME), service, needed(BREAKER_CALLEE),
                    phase(BREAKER_STATE), window());
            case EVENT_FIGURE -> new Fact.FigureObserved(at, service, brief(FIGURE, needed(FIGURE)), brief(FIGURE_UNIT, text(FIGURE_UNIT)),
                    brief(FIGURE_LABEL, needed(FIGURE_LABEL)), finite(FIGURE_VALUE));
            default -> new Fact.LineLogged(at, service, line.isEmpty() ? name : line);
        };
    }

    private BreakerWindow window() throws RefusedException {
        return new BreakerWindow((int) number(BREAKER_CALLS), (int) number(BREAKER_FAILURES), number(BREAKER_RATE),
                number(BREAKER_THRESHOLD));
    }

    private String text(String attribute) {
        return told.getOrDefault(attribute, "");
    }

    private String needed(String attribute) throws RefusedException {
        String value = text(attribute);
        if (value.isEmpty()) {
            throw new RefusedException("event " + name + " needs " + attribute);
        }
        return value;
    }

    private String brief(String attribute, String value) throws RefusedException {
        if (value.length() > MAX_FIGURE_CHARS) {
            throw new RefusedException("event " + name + ": " + attribute + " has at most " + MAX_FIGURE_CHARS + " characters, not "
                    + value.length());
        }
        return value;
    }

    private double finite(String attribute) throws RefusedException {
        needed(attribute);
        double value = number(attribute);
        if (!Double.isFinite(value)) {
            throw new RefusedException("event " + name + ": " + attribute + " is finite, not " + value);
        }
        return value;
    }

    private BreakerPhase phase(String attribute) throws RefusedException {
        String value = needed(attribute);
        try {
            return BreakerPhase.valueOf(value);
        } catch (IllegalArgumentException unknown) {
            throw new RefusedException("event " + name + ": " + attribute + " is CLOSED, OPEN or HALF_OPEN, not " + value);
        }
    }

    private double number(String attribute) throws RefusedException {
        String value = text(attribute);
        try {
            return value.isEmpty() ? 0 : Double.parseDouble(value);
        } catch (NumberFormatException notANumber) {
            throw new RefusedException("event " + name + ": " + attribute + " is a number, not " + value);
        }
    }
}
