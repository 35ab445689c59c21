package dev.breakwater.engine.switches;

import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.contract.Variables;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.switches.ControlPorts.Answer;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
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
    private final Function<String, List<String>> processes;
    private final IntFunction<Answer> workers;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Map<String, String>> values = new ConcurrentHashMap<>();

    /// @param processes those that can take a setting now, of a service; it may have several, or none
    /// @param workers sets how many processes of the workers run
    public SwitchBoard(ControlPorts ports, Function<String, List<String>> processes, IntFunction<Answer> workers, InstantSource clock,
            Consumer<Fact> facts) {
        this.ports = ports;
        this.processes = processes;
        this.workers = workers;
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

    /// The values of a process as the environment variables that it reads at its start.
    public Map<String, String> variables(String process) {
        return ofProcess(process).entrySet().stream().collect(Collectors.toMap(set -> variable(set.getKey()), Map.Entry::getValue));
    }

    /// Tells a process that runs already to go over to what is set, and to begin anew.
    ///
    /// @return what it answered
    public Answer apply(String process) {
        return ports.setAll(process, json(ofProcess(process)));
    }

    /// What a process can be told: how many there are of it is not its own affair.
    private Map<String, String> ofProcess(String process) {
        return of(Services.of(process)).entrySet().stream().filter(set -> !set.getKey().equals(SwitchNames.INSTANCES))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Tells all that is set, as facts.
    public void tell(Collection<String> services) {
        services.stream().map(Services::of).distinct()
                .forEach(service -> of(service).forEach((name, value) -> told(service, name, value, "")));
    }

    /// Sets one switch, and returns when the service has it.
    ///
    /// @param value a word, or a whole number
    public Answer set(String service, String name, String value) {
        boolean lab = name.equals(SwitchNames.INSTANCES) && service.equals(Services.WORKER);
        Answer answer = lab ? instances(value) : toAll(service, name, value);
        if (answer.accepted()) {
            values.merge(service, Map.of(name, value), SwitchBoard::with);
            told(service, name, value, "");
        } else {
            told(service, name, of(service).getOrDefault(name, ""), reason(answer));
        }
        return answer;
    }

    /// Every process of the service is told; those that do not run begin with it.
    private Answer toAll(String service, String name, String value) {
        Answer last = new Answer(200, "{}");
        for (String process : processes.apply(service)) {
            Answer answer = ports.set(process, name, "{\"value\":%s}".formatted(json(value)));
            if (!answer.accepted()) {
                return answer;
            }
            last = answer;
        }
        return last;
    }

    private Answer instances(String value) {
        int wanted = NUMBER.matcher(value).matches() ? Integer.parseInt(value.substring(0, Math.min(value.length(), 9))) : 0;
        return wanted < 1 || wanted > Services.MAX_WORKERS
                ? new Answer(400, "{\"error\":\"value must be a whole number from 1 to %d\"}".formatted(Services.MAX_WORKERS))
                : workers.apply(wanted);
    }

    /// What a service says of its switches; of several processes the first one speaks.
    public Answer ask(String service) {
        return ports.of(processes.apply(service).stream().findFirst().orElse(service));
    }

    /// What every service that has something set says of its switches: a JSON object by service.
    public String all() {
        return ports.all(values.keySet().stream().flatMap(service -> processes.apply(service).stream()).toList());
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
