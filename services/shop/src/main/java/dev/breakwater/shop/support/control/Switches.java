package dev.breakwater.shop.support.control;

import dev.breakwater.contract.Variables;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What can be changed while the service runs. A switch has a first value, which a variable may set, and says what values it takes.
public final class Switches {
    private final Map<String, Switch<?>> switches = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> resets = new CopyOnWriteArrayList<>();
    private final Function<String, Optional<String>> variables;

    /// @param variables where first values may stand, by name
    public Switches(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    /// A switch whose value is one of these words.
    public Switch<String> words(String name, String first, String... others) {
        List<String> allowed = new ArrayList<>(List.of(others));
        allowed.addFirst(first);
        return add(name, first, value -> {
            if (value.isString() && allowed.contains(value.stringValue())) {
                return value.stringValue();
            }
            throw new FieldException("value", "must be one of " + String.join(", ", allowed));
        });
    }

    /// A switch whose value is a whole number within the limits, both included.
    public Switch<Integer> number(String name, int first, int min, int max) {
        return add(name, first, value -> {
            if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= min && value.intValue() <= max) {
                return value.intValue();
            }
            throw new FieldException("value", "must be a whole number from " + min + " to " + max);
        });
    }

    private <T> Switch<T> add(String name, T first, Function<JsonNode, T> parser) {
        Switch<T> added = new Switch<>(parser, first);
        switches.put(name, added);
        String variable = Variables.SWITCH_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        variables.apply(variable).ifPresent(text -> {
            try {
                added.set(first instanceof Integer ? Json.parseObject("{\"value\":" + text + "}").get("value")
                        : Json.object().put("value", text).get("value"));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("variable " + variable + ": " + e.getMessage(), e);
            }
        });
        return added;
    }

    /// Runs after each change, in the thread that changed it.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Runs after all switches have been set at once: the service is to begin anew.
    public void onReset(Runnable listener) {
        resets.add(listener);
    }

    /// @return false if there is no such switch
    /// @throws FieldException if the switch does not take the value
    public boolean set(String name, @Nullable JsonNode value) {
        Switch<?> found = switches.get(name);
        if (found == null) {
            return false;
        }
        if (value == null) {
            throw new FieldException("value", "is missing");
        }
        found.set(value);
        listeners.forEach(Runnable::run);
        return true;
    }

    /// Sets these switches, and all others to what they are without any variable. None is changed if one is wrong.
    ///
    /// @throws FieldException that names the switch
    void setAll(ObjectNode wanted) {
        wanted.properties().forEach(entry -> {
            Switch<?> found = switches.get(entry.getKey());
            if (found == null) {
                throw new FieldException(entry.getKey(), "is no switch of this service");
            }
            try {
                found.check(entry.getValue());
            } catch (FieldException wrong) {
                throw new FieldException(entry.getKey(), wrong.problem());
            }
        });
        switches.forEach((name, each) -> {
            JsonNode value = wanted.get(name);
            if (value == null) {
                each.reset();
            } else {
                each.set(value);
            }
        });
        listeners.forEach(Runnable::run);
        resets.forEach(Runnable::run);
    }

    ObjectNode values() {
        ObjectNode values = Json.object();
        switches.forEach((name, each) -> values.putPOJO(name, each.get()));
        return values;
    }
}
