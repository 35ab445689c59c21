package dev.breakwater.engine;

import dev.breakwater.engine.audit.AuditReport;
import dev.breakwater.engine.deadletter.DeadLetters;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.fault.FaultDesk;
import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.fault.FaultRefusedException;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.scenario.Scenario;
import dev.breakwater.engine.switches.SwitchBoard;
import dev.breakwater.engine.telemetry.FactIntake;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The lab: runs one scenario at a time, and is the one door through which both faces drive it. Safe to use from any thread.
///
/// Everything that happens comes out as facts in the snapshot; closing ends the run and all that it started.
public final class Lab implements LabCommands, AutoCloseable {
    private final LabSettings settings;
    private final EnvironmentSource environments;
    private final InstantSource clock;
    private final FactIntake intake;
    private final FirstMessage firstMessage;
    private final AtomicInteger refusals = new AtomicInteger();
    private final ExecutorService orders = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("lab").daemon().factory());
    private volatile Scenario scenario;
    private volatile LoadProfile profile;
    private volatile @Nullable Run run;
    private volatile @Nullable StartFailedException failure;
    private volatile boolean closed;

    public Lab(LabSettings settings, EnvironmentSource environments, InstantSource clock) {
        this.settings = settings;
        this.environments = environments;
        this.clock = clock;
        this.scenario = settings.scenario();
        this.profile = settings.load();
        this.intake = new FactIntake(clock);
        this.firstMessage = new FirstMessage(settings.launchedAt());
        tell(RunPhase.IDLE, "");
    }

    @Override
    public RunSnapshot snapshot() {
        return intake.snapshot();
    }

    @Override
    public List<SpanFinished> trace(String traceId) {
        return intake.trace(traceId);
    }

    /// The newest state, with everything in it that was told before this call.
    public RunSnapshot settled() throws InterruptedException {
        return intake.settled();
    }

    /// Waits for a snapshot in which `wanted` holds; answers with the newest one, in which it does not if `patience` came to an end first.
    public RunSnapshot until(Predicate<RunSnapshot> wanted, Duration patience) throws InterruptedException {
        return intake.until(wanted, patience);
    }

    @Override
    public void start() {
        submit(this::startRun);
    }

    /// Starts the run, as [#start] does, and waits until every part is ready.
    ///
    /// @throws StartFailedException when a part did not come up; everything has been stopped then
    /// @throws InterruptedException when the lab was closed meanwhile
    public void startAndWait() throws StartFailedException, InterruptedException {
        startRun();
        throwUnlessRunning("the lab was closed while it started");
    }

    private synchronized void startRun() {
        if (run == null) {
            begin(scenario, profile, null);
        }
    }

    @Override
    public void open(Scenario next) {
        submit(() -> openNow(next));
    }

    /// Goes over to another scenario, as [#open] does, and waits until every part is ready.
    ///
    /// @throws StartFailedException when a part did not come up; everything has been stopped then
    /// @throws InterruptedException when the lab was closed meanwhile
    public void openAndWait(Scenario next) throws StartFailedException, InterruptedException {
        openNow(next);
        throwUnlessRunning("the lab was closed while it changed the scenario");
    }

    private void throwUnlessRunning(String interrupted) throws StartFailedException, InterruptedException {
        StartFailedException failed = failure;
        if (failed != null) {
            throw failed;
        }
        if (run == null) {
            throw new InterruptedException(interrupted);
        }
    }

    private synchronized void openNow(Scenario next) {
        Run now = run;
        if (now != null) {
            tell(RunPhase.STOPPING, "");
        }
        begin(next, next.load(), now);
    }

    /// @param kept the run that goes on with another scenario; null for a new one
    private void begin(Scenario next, LoadProfile begins, @Nullable Run kept) {
        failure = null;
        scenario = next;
        profile = begins;
        Run starting = kept;
        try {
            if (kept != null) {
                kept.leave();
            }
            tell(RunPhase.STARTING, "");
            starting = kept != null ? kept : new Run(settings, environments, clock, this::take);
            run = starting;
            if (closed) {
                abandon(starting, null);
                return;
            }
            starting.open(next, begins);
            if (profile != begins) {
                load(profile);
            }
            tell(RunPhase.RUNNING, "");
        } catch (StartFailedException failed) {
            abandon(starting, failed);
        } catch (IOException noPort) {
            abandon(starting, new StartFailedException("the lab", String.valueOf(noPort.getMessage()), List.of(),
                    "Look at what keeps ports or files of this machine, then start again.", noPort));
        } catch (InterruptedException stopped) {
            abandon(starting, null);
            Thread.currentThread().interrupt();
        } catch (RuntimeException mistake) {
            abandon(starting, new StartFailedException("the lab", mistake.toString(), List.of(),
                    "This should not have happened: please report it, with the scenario.", mistake));
        }
    }

    private void abandon(@Nullable Run starting, @Nullable StartFailedException why) {
        if (starting != null) {
            starting.close();
        }
        run = null;
        failure = why;
        tell(why == null ? RunPhase.IDLE : RunPhase.FAILED, why == null ? "" : StartFailure.text(why));
    }

    @Override
    public void stop() {
        submit(this::stopRun);
    }

    private synchronized void stopRun() {
        Run ending = run;
        if (ending != null) {
            tell(RunPhase.STOPPING, "");
            ending.close();
            run = null;
            tell(RunPhase.IDLE, "");
        }
    }

    /// Stops the load, heals everything, waits until the orders have ended, and checks the invariants for the last time.
    public AuditReport finish(Duration patience) throws InterruptedException {
        return runningScenario().finish(patience);
    }

    /// Waits until the first order is due; false when that took longer than `patience`.
    public boolean awaitLoad(Duration patience) throws InterruptedException {
        return runningScenario().load().awaitBegun(patience);
    }

    /// How to reach the parts of the run.
    public Access access() {
        return running().access();
    }

    /// From the user's command to the first message that went through; empty as long as there was none.
    public OptionalLong firstMessageMillis() {
        return firstMessage.millis();
    }

    /// Messages pushed to the watchers so far.
    public long pushes() {
        ScenarioRun now = current();
        return now == null ? 0 : now.load().pushes();
    }

    @Override
    public String inject(FaultOrder order) {
        try {
            return injectOrRefuse(order);
        } catch (FaultRefusedException refused) {
            return tellRefused(order, refused);
        }
    }

    /// As [#inject], but an order that makes no sense is thrown back.
    public String injectOrRefuse(FaultOrder order) {
        FaultDesk desk = desk();
        if (desk == null) {
            throw new FaultRefusedException("nothing can be injected before every part is ready");
        }
        return desk.inject(order);
    }

    private String tellRefused(FaultOrder order, FaultRefusedException refused) {
        String id = "refused-" + refusals.incrementAndGet();
        take(new Fact.FaultChanged(clock.instant(), new FaultView(id, order.fault(), order.target(), Map.of(), "", FaultPhase.FAILED, 0,
                Optional.empty(), Optional.empty(), Optional.empty(), String.valueOf(refused.getMessage()))));
        return id;
    }

    @Override
    public void heal(String faultId) {
        FaultDesk desk = desk();
        if (desk != null && desk.faults().stream().anyMatch(fault -> fault.id().equals(faultId))) {
            desk.heal(faultId);
        }
    }

    @Override
    public void healAll() {
        FaultDesk desk = desk();
        if (desk != null) {
            desk.healAll();
        }
    }

    @Override
    public void load(LoadProfile wanted) {
        profile = wanted;
        ScenarioRun now = current();
        if (now != null) {
            now.load().profile(wanted);
        }
    }

    @Override
    public void restart(String part) {
        boolean broker = scenario.brokers().contains(part);
        inject(new FaultOrder("restart", broker ? new Target.OnBroker(part) : new Target.OnService(part), Map.of(), Optional.empty()));
    }

    @Override
    public void replay(Set<String> letters) {
        submit(() -> {
            try {
                replayNow(letters);
            } catch (IOException told) {
                // the snapshot's dead letters say why
            }
        });
    }

    /// As [#replay], at once.
    ///
    /// @return how many messages it were
    /// @throws IOException if the broker did not take one; those before it are on their way, the others stay
    public int replayNow(Set<String> letters) throws IOException {
        ScenarioRun now = current();
        DeadLetters box = now == null ? null : now.deadLetters();
        return box == null ? 0 : box.replay(letter -> letters.isEmpty() || letters.contains(letter.id()));
    }

    @Override
    public void travel(String orderId) {
        ScenarioRun now = current();
        if (now != null) {
            now.travel(orderId);
        }
    }

    @Override
    public void rebuildReadModel() {
        ScenarioRun now = current();
        if (now != null) {
            now.rebuildReadModel();
        }
    }

    @Override
    public void turn(String service, String name, String value) {
        Run now = run;
        if (now != null) {
            now.switches().turn(service, name, value);
        }
    }

    /// The switches of the services of the run.
    public SwitchBoard switches() {
        return running().switches();
    }

    private @Nullable FaultDesk desk() {
        ScenarioRun now = current();
        return now == null ? null : now.desk();
    }

    private @Nullable ScenarioRun current() {
        Run now = run;
        return now == null ? null : now.current();
    }

    private Run running() {
        Run now = run;
        if (now == null) {
            throw new IllegalStateException("nothing runs");
        }
        return now;
    }

    private ScenarioRun runningScenario() {
        ScenarioRun now = current();
        if (now == null) {
            throw new IllegalStateException("no scenario runs");
        }
        return now;
    }

    private void take(Fact fact) {
        firstMessage.accept(fact);
        intake.accept(fact);
    }

    private void tell(RunPhase phase, String message) {
        take(new Fact.RunChanged(clock.instant(), phase, scenario.id(), scenario.title(), settings.environment(), settings.seed(),
                scenario.topology(), message));
    }

    private void submit(Runnable order) {
        try {
            orders.execute(order);
        } catch (RejectedExecutionException closed) {
            // the lab has been closed: nothing is started or stopped any more
        }
    }

    /// Ends the run, also one that is still starting.
    @Override
    public void close() {
        closed = true;
        orders.shutdownNow();
        Run starting = run;
        if (starting != null) {
            starting.close();
        }
        stopRun();
        intake.close();
    }
}
