package dev.breakwater.engine;

import com.mongodb.client.MongoClient;
import dev.breakwater.engine.audit.AuditReport;
import dev.breakwater.engine.audit.Auditor;
import dev.breakwater.engine.audit.Invariants;
import dev.breakwater.engine.audit.QueuedOrders;
import dev.breakwater.engine.audit.TraceCheck;
import dev.breakwater.engine.deadletter.DeadLetters;
import dev.breakwater.engine.diagnostics.BrokerSampler;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.fault.FaultDesk;
import dev.breakwater.engine.fault.Targets;
import dev.breakwater.engine.fault.Timekeeper;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.load.ShopLoad;
import dev.breakwater.engine.model.broker.DeadLetter;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.scenario.Scenario;
import io.lettuce.core.RedisClient;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One scenario on the parts of a [Run]: its load, its faults, its audit. Closing ends the load, heals every fault, and stops looking.
final class ScenarioRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScenarioRun.class);
    private static final Duration AUDIT_EVERY = Duration.ofSeconds(1);
    private static final Duration LAST_ANSWERS = Duration.ofMillis(500);
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(500);

    private final Scenario scenario;
    private final Access access;
    private final Wiring wiring;
    private final PartWatch watch;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final Closing closing = new Closing();
    private final TraceCheck traces = new TraceCheck();
    private final ExecutorService rounds = Executors.newVirtualThreadPerTaskExecutor();
    private final ShopLoad load;
    private volatile @Nullable FaultDesk desk;
    private volatile @Nullable Auditor auditor;
    private volatile @Nullable DeadLetters deadLetters;

    /// @param watch hears of every change of a part
    ScenarioRun(Scenario scenario, LoadProfile profile, long seed, Access access, Wiring wiring, PartWatch watch, InstantSource clock,
            Consumer<Fact> facts) throws InterruptedException {
        this.scenario = scenario;
        this.access = access;
        this.wiring = wiring;
        this.watch = watch;
        this.clock = clock;
        this.facts = facts;
        ShopLoad.Place place = new ShopLoad.Place(wiring.client(), Set.copyOf(scenario.services()), watch::ready, access.jwtSecret(),
                BrokerClients.rabbit(wiring.rabbitOfClient()));
        load = closing.add(new ShopLoad(profile, scenario.traffic(), seed, place, clock, facts));
    }

    Scenario scenario() {
        return scenario;
    }

    ShopLoad load() {
        return load;
    }

    /// The desk; null until every part is ready.
    @Nullable FaultDesk desk() {
        return desk;
    }

    /// Something came from a service by telemetry.
    void received(Fact fact) {
        if (scenario.invariants().contains(Invariants.TRACES_CONNECTED) && fact instanceof SpanFinished span) {
            traces.take(span);
        }
    }

    /// Lets the first requests come as soon as what they need answers.
    void beginLoad() {
        load.start();
    }

    /// From now on there is the whole load, faults can be injected, and the invariants are checked.
    void everyPartIsReady(List<Part> parts) throws InterruptedException {
        FaultDesk faults = closing.add(new FaultDesk(Targets.of(wiring.links(scenario.links()), parts), facts, Timekeeper.system()));
        desk = faults;
        watch.watch(faults);
        startAudit();
        load.everyPartIsReady();
    }

    /// There are other processes now than before.
    void partsChanged(List<Part> parts) {
        FaultDesk faults = desk;
        if (faults != null) {
            faults.partsChanged(parts);
        }
    }

    /// Whether a fault is in force, or on its way, on one of these processes.
    boolean isAnyHeld(List<String> services) {
        FaultDesk faults = desk;
        return faults != null && faults.faults().stream().filter(fault -> !isOver(fault))
                .anyMatch(fault -> fault.target() instanceof Target.OnService(String name) && services.contains(name));
    }

    private void startAudit() throws InterruptedException {
        ClientResources resources = closing.add(BrokerClients.resources(),
                shared -> shared.shutdown(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly());
        RedisClient redis = closing.add(BrokerClients.redis(access.addresses(), resources), RedisClient::shutdown);
        Optional<MongoClient> mongo = scenario.brokers().contains(Addresses.MONGODB)
                ? Optional.of(closing.add(BrokerClients.mongo(access.addresses()))) : Optional.empty();
        Auditor checks = closing.add(new Auditor(redis, access.messageKey(), mongo, BrokerClients.ids(scenario.topology(), NodeKind.STREAM),
                new Auditor.Seen(load::view, load::intruders, traces, queued(redis)), scenario.invariants(), watch, clock, facts));
        auditor = checks;
        BrokerSampler sampler = closing.add(BrokerClients.sampler(scenario.topology(), redis, access.addresses(), clock, facts));
        closing.add(this::endRounds);
        rounds.execute(() -> every(AUDIT_EVERY, checks::round));
        rounds.execute(() -> every(SAMPLE_EVERY, sampler::round));
    }

    /// Only where orders go through a queue; there RabbitMQ is, too.
    private Optional<QueuedOrders> queued(RedisClient redis) throws InterruptedException {
        if (!scenario.invariants().contains(Invariants.EVERY_MESSAGE_ENDS)) {
            return Optional.empty();
        }
        DeadLetters letters = closing.add(new DeadLetters(
                BrokerClients.rabbit(BrokerClients.uri(access.addresses(), Addresses.RABBITMQ)), clock, facts));
        deadLetters = letters;
        return Optional.of(new QueuedOrders(redis, () -> letters.read().stream().map(DeadLetter::orderId).toList(),
                load.accepted()::take, watch, watch::ready));
    }

    /// The messages that were put aside; null where none can be, and until every part is ready.
    @Nullable DeadLetters deadLetters() {
        return deadLetters;
    }

    /// Waits for the rounds that are under way, for what they read from is closed next.
    private void endRounds() {
        rounds.shutdownNow();
        rounds.close();
    }

    /// A round of something that is repeated until the scenario is closed.
    private interface Round {
        void go() throws InterruptedException;
    }

    private void every(Duration pace, Round round) {
        try {
            while (!rounds.isShutdown()) {
                try {
                    round.go();
                } catch (RuntimeException mistake) {
                    LOG.error("a round failed, the next one follows", mistake);
                }
                Thread.sleep(pace);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops the load, heals everything, and gives requests that are on their way a moment to be answered.
    void calmDown() throws InterruptedException {
        load.stopSending();
        FaultDesk faults = desk;
        if (faults != null) {
            faults.healAll();
        }
        load.awaitAnswers(LAST_ANSWERS);
    }

    /// Stops the load, heals everything, and waits until every request is answered, every fault healed, every order ended and everything
    /// adds up, but not longer than `patience`.
    AuditReport finish(Duration patience) throws InterruptedException {
        load.stopSending();
        FaultDesk faults = desk;
        Auditor checks = auditor;
        if (faults == null || checks == null) {
            throw new IllegalStateException("the run has not started");
        }
        faults.healAll();
        Instant end = clock.instant().plus(patience);
        load.awaitAnswers(patience);
        while (clock.instant().isBefore(end)) {
            if (allOver(faults) && isFine(checks.round())) {
                AuditReport last = checks.last();
                if (isFine(last)) {
                    return last;
                }
            }
            Thread.sleep(200);
        }
        return checks.last();
    }

    private static boolean isFine(AuditReport report) {
        return report.settled() && report.held();
    }

    private static boolean allOver(FaultDesk desk) {
        return desk.faults().stream().allMatch(ScenarioRun::isOver);
    }

    private static boolean isOver(FaultView fault) {
        return switch (fault.phase()) {
            case HEALED, FAILED -> true;
            case REQUESTED, ACTIVE, HEALING -> false;
        };
    }

    @Override
    public void close() {
        closing.close();
        rounds.shutdownNow();
    }
}
