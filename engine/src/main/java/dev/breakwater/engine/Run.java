package dev.breakwater.engine;

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
import dev.breakwater.engine.switches.SwitchBoard;
import dev.breakwater.engine.telemetry.OtlpReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.HashMap;
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
            access = new Access(environment.addresses(), otlp.grpcAddress(), otlp.httpAddress(), Secrets.token(), Secrets.token());
            switches = closing.add(new SwitchBoard(
                    new ControlPorts(environment.addresses().services(), access.controlToken()), clock, facts));
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
        ScenarioRun next = new ScenarioRun(scenario, profile, settings.seed(), access, wiring, watch, clock, facts);
        current = next;
        closing.add(next);
        scenario.services().stream().filter(running::contains).forEach(this::applySwitches);
        next.beginLoad();
        environment.start(scenario.parts(), this::variables, this::partChanged,
                (part, line) -> facts.accept(new Fact.LineLogged(clock.instant(), part, line)));
        switches.tell(scenario.services());
        next.everyPartIsReady(environment.parts());
    }

    /// Switches off all that the services do by themselves, so that nothing writes while the old data goes.
    private void rest(Scenario before, Set<String> running) {
        Map<String, Map<String, String>> off = new HashMap<>();
        before.services().forEach(service -> off.put(service, Scenario.featuresOff(service)));
        switches.begin(off);
        before.services().stream().filter(running::contains).parallel().forEach(this::applySwitches);
    }

    private void applySwitches(String service) {
        ControlPorts.Answer answer = switches.apply(service);
        if (!answer.accepted()) {
            facts.accept(new Fact.LineLogged(clock.instant(), service, "its switches could not be set: " + answer.body()));
        }
    }

    private Map<String, String> variables(String service) {
        Map<String, String> variables = new HashMap<>(wiring.variables(service, access));
        settings.collector().ifPresent(second -> variables.put(Variables.OTLP_SECOND_ENDPOINT, second.toString()));
        variables.putAll(switches.variables(service));
        return variables;
    }

    /// Parts that the scenario does not need end while it starts; of them nothing is told.
    private void partChanged(PartView part) {
        ScenarioRun now = current;
        if (now == null || !now.scenario().parts().contains(part.name())) {
            return;
        }
        watch.changed(part);
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
