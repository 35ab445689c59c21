package dev.breakwater.engine;

import com.mongodb.client.MongoClient;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.audit.AuditReport;
import dev.breakwater.engine.audit.Auditor;
import dev.breakwater.engine.audit.Invariants;
import dev.breakwater.engine.audit.QueuedOrders;
import dev.breakwater.engine.audit.TraceCheck;
import dev.breakwater.engine.deadletter.DeadLetters;
import dev.breakwater.engine.diagnostics.BrokerSampler;
import dev.breakwater.engine.diagnostics.ProcessorSampler;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.fault.FaultDesk;
import dev.breakwater.engine.fault.Targets;
import dev.breakwater.engine.fault.Timekeeper;
import dev.breakwater.engine.load.ClientToken;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.load.ShopLoad;
import dev.breakwater.engine.model.broker.DeadLetter;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.scenario.Scenario;
import dev.breakwater.engine.shop.ShopDoor;
import dev.breakwater.engine.shop.TimeTravel;
import io.lettuce.core.RedisClient;
import io.lettuce.core.resource.ClientResources;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

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
    private volatile Collection<Part> parts = List.of();
    private volatile @Nullable DeadLetters deadLetters;
    private volatile @Nullable TimeTravel timeTravel;

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
    void everyPartIsReady(List<Part> ready) throws InterruptedException {
        parts = ready;
        FaultDesk faults = closing.add(new FaultDesk(Targets.of(wiring.links(scenario.links()), ready), facts, Timekeeper.system()));
        desk = faults;
        watch.watch(faults);
        startAudit();
        load.everyPartIsReady();
    }

    /// There are other processes now than before.
    void partsChanged(List<Part> now) {
        parts = now;
        FaultDesk faults = desk;
        if (faults != null) {
            faults.partsChanged(now);
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
        if (scenario.services().contains(Services.ORDER)) {
            timeTravel = new TimeTravel(closing.add(door(Services.ORDER)), redis, clock, facts);
        }
        BrokerSampler sampler = closing.add(BrokerClients.sampler(scenario.topology(), redis, access.addresses(), clock, facts));
        closing.add(this::endRounds);
        rounds.execute(() -> every(AUDIT_EVERY, checks::round));
        rounds.execute(() -> every(SAMPLE_EVERY, sampler::round));
        if (scenario.invariants().contains(Invariants.EVERY_MESSAGE_ENDS)) { // a message that goes round for ever burns it
            rounds.execute(() -> every(AUDIT_EVERY, new ProcessorSampler(this::processes, clock, facts)::round));
        }
    }

    private Map<String, Long> processes() {
        return parts.stream().filter(part -> part.pid() != 0).collect(Collectors.toMap(Part::name, Part::pid));
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

    /// Tells what an order was after each of its events; nothing where there are no orders, and until every part is ready. Returns at
    /// once.
    void travel(String orderId) {
        TimeTravel open = timeTravel;
        if (open != null) {
            beside(() -> open.read(orderId));
        }
    }

    /// Lets the read model be folded anew; nothing where there is none. Returns at once.
    void rebuildReadModel() {
        if (scenario.services().contains(Services.PROJECTION)) {
            beside(this::askForRebuild);
        }
    }

    private void askForRebuild() throws InterruptedException {
        try (ShopDoor projection = door(Services.PROJECTION)) {
            JsonNode unused = projection.post("/read-model/rebuild");
        } catch (IOException refused) {
            facts.accept(new Fact.LineLogged(clock.instant(), Services.PROJECTION, "not rebuilt: " + refused.getMessage()));
        }
    }

    private void beside(Round question) {
        try {
            rounds.execute(() -> {
                try {
                    question.go();
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                }
            });
        } catch (RejectedExecutionException over) {
            LOG.debug("the scenario has ended", over);
        }
    }

    private ShopDoor door(String service) {
        Addresses.Ports ports = Objects.requireNonNull(access.addresses().services().get(service), "every service has its ports");
        return new ShopDoor(service, URI.create("http://127.0.0.1:" + ports.http()), new ClientToken(access.jwtSecret(), clock));
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
