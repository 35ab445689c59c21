package dev.breakwater.engine.load;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times and loads as people write them in files and on the command line.
public final class Quantities {
    /// `500ms`, `15s`, `1.5m`, `2h`: at most six digits before the point.
    public static final Pattern DURATION = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)(ms|s|m|h)");
    private static final String RATE = "(10000|[0-9]{1,4}(?:\\.[0-9]{1,3})?)/s";
    /// `25/s`, `constant 25/s`, `poisson 25/s`, `ramp 5/s to 50/s over 30s`.
    public static final Pattern LOAD = Pattern.compile(
            "(?:(constant|poisson) )?" + RATE + "|ramp " + RATE + " to " + RATE + " over ((?:[0-9]{1,6}(?:\\.[0-9]{1,3})?)(?:ms|s|m|h))");
    public static final String LOAD_EXAMPLES = "25/s, poisson 25/s or ramp 5/s to 50/s over 30s";

    private Quantities() {}

    public static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a time is written like 500ms, 15s, 2m or 1h, got \"%s\"".formatted(text));
        }
        long unitNanos = switch (matcher.group(2)) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
        return Duration.ofNanos(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unitNanos)).longValue());
    }

    /// Reads the forms of [#LOAD]; a bare rate is constant.
    public static LoadProfile load(String text) {
        Matcher matcher = LOAD.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a load is written like %s, at most 10000/s, got \"%s\"".formatted(LOAD_EXAMPLES, text));
        }
        if (matcher.group(2) == null) {
            return new LoadProfile.Ramp(rate(matcher.group(3)), rate(matcher.group(4)), duration(matcher.group(5)));
        }
        double perSecond = rate(matcher.group(2));
        return "poisson".equals(matcher.group(1)) ? new LoadProfile.Poisson(perSecond) : new LoadProfile.Constant(perSecond);
    }

    private static double rate(String text) {
        return Double.parseDouble(text);
    }
}
