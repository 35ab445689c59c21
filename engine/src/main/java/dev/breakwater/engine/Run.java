package dev.breakwater.engine;

import dev.breakwater.contract.MessageKey;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Variables;
import dev.breakwater.engine.environment.Environment;
import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.link.Links;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.scenario.Scenario;
import dev.breakwater.engine.switches.ControlPorts;
import dev.breakwater.engine.switches.ControlPorts.Answer;
import dev.breakwater.engine.switches.SwitchBoard;
import dev.breakwater.engine.telemetry.OtlpReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What outlasts a scenario: brokers, services, links, the telemetry receiver. One scenario after the other runs on it. Closing ends all
/// of it, the last started first, whatever happened before.
final class Run implements AutoCloseable {
    private final LabSettings settings;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final Closing closing = new Closing();
    private final Environment environment;
    private final Wiring wiring;
    private final Access access;
    private final SwitchBoard switches;
    /// Names of the parts that are to run now.
    private volatile Set<String> wanted = Set.of();
    private volatile PartWatch watch = new PartWatch();
    private volatile @Nullable ScenarioRun current;

    /// Takes ports, opens the telemetry receiver and the links; starts no process yet.
    Run(LabSettings settings, EnvironmentSource environments, InstantSource clock, Consumer<Fact> facts)
            throws StartFailedException, IOException, InterruptedException {
        this.settings = settings;
        this.clock = clock;
        this.facts = facts;
        try {
            OtlpReceiver otlp = closing.add(OtlpReceiver.open(InetAddress.ofLiteral("127.0.0.1"), 0, 0, this::received, clock));
            Links links = closing.add(new Links(settings.seed()));
            environment = closing.add(environments.open(settings, clock));
            wiring = new Wiring(links, environment.addresses());
            access = new Access(environment.addresses(), otlp.grpcAddress(), otlp.httpAddress(), Secrets.token(), Secrets.token(),
                    MessageKey.random());
            switches = closing.add(new SwitchBoard(
                    new ControlPorts(environment.addresses().services(), access.controlToken()), this::processes, this::workers, clock,
                    facts));
        } catch (StartFailedException | IOException | InterruptedException | RuntimeException notOpened) {
            closing.close();
            throw notOpened;
        }
    }

    private void received(Fact fact) {
        facts.accept(fact);
        ScenarioRun now = current;
        if (now != null) {
            now.received(fact);
        }
    }

    /// Ends the scenario that runs, if there is one, and removes what it has written.
    ///
    /// @throws StartFailedException when a broker did not let go of it
    void leave() throws StartFailedException, InterruptedException {
        ScenarioRun before = current;
        if (before != null) {
            before.calmDown();
            before.close();
            closing.forget(before);
            Set<String> running = running();
            rest(before.scenario(), running);
            new FreshStart(access.addresses(), running).clear(before.scenario().topology());
        }
    }

    private Set<String> running() {
        return environment.parts().stream().filter(Part::alive).map(Part::name).collect(Collectors.toSet());
    }

    /// Starts what the scenario needs and does not run yet, and puts the load on as soon as what that needs answers. Returns when every
    /// part is ready.
    void open(Scenario scenario, LoadProfile profile) throws StartFailedException, InterruptedException {
        Set<String> running = running();
        switches.begin(scenario.switches());
        watch = new PartWatch();
        wanted = scenario.parts();
        ScenarioRun next = new ScenarioRun(scenario, profile, settings.seed(), access, wiring, watch, clock, facts);
        current = next;
        closing.add(next);
        scenario.services().stream().filter(running::contains).forEach(this::applySwitches);
        next.beginLoad();
        startWanted();
        switches.tell(scenario.services());
        next.everyPartIsReady(environment.parts());
    }

    private synchronized void startWanted() throws StartFailedException, InterruptedException {
        environment.start(wanted, this::variables, this::partChanged,
                (part, line) -> facts.accept(new Fact.LineLogged(clock.instant(), part, line)));
    }

    /// Those processes of a service that can be told something now: the one that it has, or those workers that run.
    private List<String> processes(String service) {
        List<String> all = Services.instances(service);
        Set<String> running = running();
        return all.size() == 1 ? all : all.stream().filter(running::contains).toList();
    }

    /// Starts or ends workers, so that there are `count` of them.
    private Answer workers(int count) {
        ScenarioRun now = current;
        if (now == null || now.desk() == null) {
            return new Answer(409, "{\"error\":\"not every part is ready yet\"}");
        }
        if (now.isAnyHeld(Services.workers())) {
            return new Answer(409, "{\"error\":\"a failure is in force on a worker: heal it first\"}");
        }
        Set<String> before = wanted;
        wanted = now.scenario().parts(count);
        try {
            startWanted();
            now.partsChanged(environment.parts());
            return new Answer(200, "{\"value\":%d}".formatted(count));
        } catch (StartFailedException failed) {
            wanted = before;
            now.partsChanged(environment.parts());
            facts.accept(new Fact.LineLogged(clock.instant(), Services.WORKER, String.valueOf(failed.getMessage())));
            return new Answer(500, "{\"error\":\"a worker could not be started; the log tells why\"}");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Answer(503, "{\"error\":\"the lab is being closed\"}");
        }
    }

    /// Switches off all that the services do by themselves, so that nothing writes while the old data goes.
    private void rest(Scenario before, Set<String> running) {
        Map<String, Map<String, String>> off = new HashMap<>();
        before.services().stream().map(Services::of).distinct().forEach(service -> off.put(service, Scenario.featuresOff(service)));
        switches.begin(off);
        before.services().stream().filter(running::contains).parallel().forEach(this::applySwitches);
    }

    private void applySwitches(String service) {
        Answer answer = switches.apply(service);
        if (!answer.accepted()) {
            facts.accept(new Fact.LineLogged(clock.instant(), service, "its switches could not be set: " + answer.body()));
        }
    }

    private Map<String, String> variables(String service) {
        Map<String, String> variables = new HashMap<>(wiring.variables(service, access));
        variables.put(Variables.SEED, Long.toString(settings.seed()));
        settings.collector().ifPresent(second -> variables.put(Variables.OTLP_SECOND_ENDPOINT, second.toString()));
        variables.putAll(switches.variables(service));
        return variables;
    }

    /// Parts that the scenario does not need end while it starts; of them nothing is told.
    private void partChanged(PartView part) {
        ScenarioRun now = current;
        if (now == null || !now.scenario().parts(Services.MAX_WORKERS).contains(part.name())) {
            return;
        }
        watch.changed(part, wanted.contains(part.name()));
        facts.accept(new Fact.PartChanged(clock.instant(), part));
    }

    Access access() {
        return access;
    }

    SwitchBoard switches() {
        return switches;
    }

    /// The scenario that runs; null until one is opened.
    @Nullable ScenarioRun current() {
        return current;
    }

    @Override
    public void close() {
        closing.close();
    }
}
