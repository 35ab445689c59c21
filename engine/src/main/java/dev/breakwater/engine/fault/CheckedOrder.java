package dev.breakwater.engine.fault;

import dev.breakwater.engine.model.fault.TargetKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An order that can be carried out: its fault exists, can hit the target, and has all settings within their ranges.
public record CheckedOrder(FaultOrder order, FaultType type, Settings settings, Fault fault) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /// Checks an order without injecting anything, so also before a run.
    ///
    /// @throws FaultRefusedException what is wrong with it, and what was meant
    public static CheckedOrder of(FaultOrder order, KnownTargets known) {
        FaultType type = FaultCatalog.named(order.fault());
        known.require(order.target());
        if (!type.targets().contains(order.target().kind())) {
            throw new FaultRefusedException("%s strikes a %s, and %s is a %s".formatted(type.name(), kinds(type), order.target(),
                    word(order.target().kind())));
        }
        order.duration().filter(d -> d.isNegative() || d.isZero() || d.compareTo(LONGEST) > 0).ifPresent(d -> {
            throw new FaultRefusedException("duration: need more than 0 and at most 24 h, got " + d);
        });
        Settings settings = settings(type, order.settings());
        try {
            return new CheckedOrder(order, type, settings, type.making().apply(settings));
        } catch (IllegalArgumentException e) {
            throw refused(type, e);
        }
    }

    /// As the views show them: name → value with its unit.
    Map<String, String> settingTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        type.settings().forEach(setting -> texts.put(setting.name(), setting.text(settings.value(setting))));
        return texts;
    }

    private static Settings settings(FaultType type, Map<String, Double> given) {
        List<String> names = type.settings().stream().map(Setting::name).toList();
        given.keySet().stream().sorted().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new FaultRefusedException("%s has no setting %s%s".formatted(type.name(), name, DidYouMean.hint(name, names)));
        });
        Map<Setting, Double> values = new HashMap<>();
        for (Setting setting : type.settings()) {
            try {
                values.put(setting, setting.checked(given.getOrDefault(setting.name(), setting.defaultValue())));
            } catch (IllegalArgumentException e) {
                throw refused(type, e);
            }
        }
        return new Settings(values);
    }

    private static FaultRefusedException refused(FaultType type, IllegalArgumentException cause) {
        return new FaultRefusedException("%s: %s".formatted(type.name(), cause.getMessage()));
    }

    private static String kinds(FaultType type) {
        return String.join(" or ", type.targets().stream().sorted().map(CheckedOrder::word).toList());
    }

    private static String word(TargetKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
