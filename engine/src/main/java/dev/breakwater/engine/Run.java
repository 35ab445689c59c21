package dev.breakwater.engine;

import com.mongodb.client.MongoClient;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.audit.AuditReport;
import dev.breakwater.engine.audit.Auditor;
import dev.breakwater.engine.diagnostics.BrokerSampler;
import dev.breakwater.engine.environment.Environment;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.fault.FaultDesk;
import dev.breakwater.engine.fault.Targets;
import dev.breakwater.engine.fault.Timekeeper;
import dev.breakwater.engine.link.Links;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.load.ShopLoad;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.telemetry.OtlpReceiver;
import io.lettuce.core.RedisClient;
import io.lettuce.core.resource.ClientResources;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run: everything that was started for it. Closing ends all of it, the last started first, whatever happened before.
final class Run implements AutoCloseable {
    private static final Duration AUDIT_EVERY = Duration.ofSeconds(1);
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private final LabSettings settings;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final Closing closing = new Closing();
    private final PartWatch watch = new PartWatch();
    private final ExecutorService rounds = Executors.newVirtualThreadPerTaskExecutor();
    private final Environment environment;
    private final Links links;
    private final Wiring wiring;
    private final Access access;
    private final ShopLoad load;
    private volatile @Nullable FaultDesk desk;
    private volatile @Nullable Auditor auditor;

    /// Takes ports, opens the telemetry receiver and the links; starts no process yet.
    Run(LabSettings settings, EnvironmentSource environments, LoadProfile profile, InstantSource clock, Consumer<Fact> facts)
            throws StartFailedException, IOException, InterruptedException {
        this.settings = settings;
        this.clock = clock;
        this.facts = facts;
        try {
            OtlpReceiver otlp = closing.add(OtlpReceiver.open(InetAddress.ofLiteral("127.0.0.1"), 0, 0, facts, clock));
            links = closing.add(new Links(settings.seed()));
            environment = closing.add(environments.open(settings, clock));
            wiring = new Wiring(links, settings.scenario().links(), environment.addresses());
            access = new Access(environment.addresses(), otlp.grpcAddress(), otlp.httpAddress(), Secrets.token(), Secrets.token());
            load = closing.add(new ShopLoad(profile, settings.scenario().traffic(), settings.seed(), access.jwtSecret(), wiring.client(),
                    this::takesOrders, clock, facts));
        } catch (StartFailedException | IOException | InterruptedException | RuntimeException notOpened) {
            closing.close();
            throw notOpened;
        }
    }

    /// Starts the environment, and the load as soon as what it needs answers; returns when every part is ready.
    void start() throws StartFailedException, InterruptedException {
        load.start();
        Map<String, Map<String, String>> variables = new HashMap<>();
        settings.scenario().services().forEach(service -> variables.put(service, wiring.variables(service, access)));
        environment.start(variables, this::partChanged, (part, line) -> facts.accept(new Fact.LineLogged(clock.instant(), part, line)));
        FaultDesk faults = closing.add(new FaultDesk(Targets.of(links.all(), environment.parts()), facts, Timekeeper.system()));
        desk = faults;
        watch.watch(faults);
        startAudit();
        load.everyPartIsReady();
    }

    private void startAudit() throws InterruptedException {
        ClientResources resources = closing.add(BrokerClients.resources(),
                shared -> shared.shutdown(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly());
        RedisClient redis = closing.add(BrokerClients.redis(access.addresses(), resources), RedisClient::shutdown);
        MongoClient mongo = closing.add(BrokerClients.mongo(access.addresses()));
        Auditor checks = closing.add(new Auditor(redis, mongo, settings.scenario().invariants(), watch, clock, facts));
        auditor = checks;
        BrokerSampler sampler = closing.add(BrokerClients.sampler(settings.scenario().topology(), redis, access.addresses(), clock, facts));
        closing.add(this::endRounds);
        rounds.execute(() -> every(AUDIT_EVERY, checks::round));
        rounds.execute(() -> every(SAMPLE_EVERY, sampler::round));
    }

    /// Waits for the rounds that are under way, for what they read from is closed next.
    private void endRounds() {
        rounds.shutdownNow();
        rounds.close();
    }

    /// A round of something that is repeated until the run is closed.
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

    /// Without payment and stock, the first orders would wait, and the first thing to be seen would be timeouts.
    private boolean takesOrders() {
        return watch.ready(Services.PAYMENT) && watch.ready(Services.INVENTORY);
    }

    private void partChanged(PartView part) {
        watch.changed(part);
        facts.accept(new Fact.PartChanged(clock.instant(), part));
    }

    Access access() {
        return access;
    }

    ShopLoad load() {
        return load;
    }

    /// The desk; null until every part is ready.
    @Nullable FaultDesk desk() {
        return desk;
    }

    /// Stops the load, heals everything, and waits until every request is answered, every fault healed, every order ended and
    /// everything adds up, but not longer than `patience`.
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
        return desk.faults().stream().allMatch(fault -> switch (fault.phase()) {
            case HEALED, FAILED -> true;
            case REQUESTED, ACTIVE, HEALING -> false;
        });
    }

    @Override
    public void close() {
        closing.close();
    }
}
