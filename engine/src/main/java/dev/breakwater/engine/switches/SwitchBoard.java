package dev.breakwater.engine.switches;

import dev.breakwater.contract.Variables;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.switches.ControlPorts.Answer;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// What the switches of all services are set to. A service that is started anew begins with these values. Every change that a service has
/// taken is told as a fact, and so is one that it refused. Safe to use from any thread.
public final class SwitchBoard implements AutoCloseable {
    private static final ObjectMapper MAPPER = new JsonMapper();
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}");

    private final ControlPorts ports;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Map<String, String>> values = new ConcurrentHashMap<>();

    public SwitchBoard(ControlPorts ports, InstantSource clock, Consumer<Fact> facts) {
        this.ports = ports;
        this.clock = clock;
        this.facts = facts;
    }

    /// Forgets what was set before. No service hears of it: those that start take it from [#variables], those that run from [#apply].
    ///
    /// @param wanted per service: value by name of the switch
    public void begin(Map<String, Map<String, String>> wanted) {
        values.clear();
        wanted.forEach((service, switches) -> values.put(service, Map.copyOf(switches)));
    }

    /// The values of a service as the environment variables that it reads at its start.
    public Map<String, String> variables(String service) {
        return of(service).entrySet().stream().collect(Collectors.toMap(set -> variable(set.getKey()), Map.Entry::getValue));
    }

    /// Tells a service that runs already to go over to what is set, and to begin anew.
    ///
    /// @return what it answered
    public Answer apply(String service) {
        return ports.setAll(service, json(of(service)));
    }

    /// Tells all that is set, as facts.
    public void tell(Collection<String> services) {
        services.forEach(service -> of(service).forEach((name, value) -> told(service, name, value, "")));
    }

    /// Sets one switch, and returns when the service has it.
    ///
    /// @param value a word, or a whole number
    public Answer set(String service, String name, String value) {
        Answer answer = ports.set(service, name, "{\"value\":%s}".formatted(json(value)));
        if (answer.accepted()) {
            values.merge(service, Map.of(name, value), SwitchBoard::with);
            told(service, name, value, "");
        } else {
            told(service, name, of(service).getOrDefault(name, ""), reason(answer));
        }
        return answer;
    }

    /// What a service says of its switches.
    public Answer ask(String service) {
        return ports.of(service);
    }

    /// What every service that has something set says of its switches: a JSON object by service.
    public String all() {
        return ports.all(values.keySet());
    }

    /// As [#set], without waiting; what came of it is told by the facts.
    public void turn(String service, String name, String value) {
        threads.execute(() -> set(service, name, value));
    }

    /// What a refusal says, or all of it when it is not of the usual form.
    private static String reason(Answer answer) {
        try {
            return MAPPER.readTree(answer.body()).path("error").asString(answer.body());
        } catch (JacksonException noJson) {
            return answer.body();
        }
    }

    private Map<String, String> of(String service) {
        return values.getOrDefault(service, Map.of());
    }

    private void told(String service, String name, String value, String refusal) {
        facts.accept(new Fact.SwitchSet(clock.instant(), service, name, value, refusal));
    }

    private static Map<String, String> with(Map<String, String> before, Map<String, String> more) {
        Map<String, String> both = new HashMap<>(before);
        both.putAll(more);
        return Map.copyOf(both);
    }

    private static String variable(String name) {
        return Variables.SWITCH_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    private static String json(Map<String, String> switches) {
        return new TreeMap<>(switches).entrySet().stream().map(set -> "\"%s\":%s".formatted(set.getKey(), json(set.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(String value) {
        return NUMBER.matcher(value).matches() ? value : MAPPER.writeValueAsString(value);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
