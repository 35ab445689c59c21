package dev.breakwater.engine.load;

import dev.breakwater.contract.Services;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.run.LoadView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The client side of a run: customers that order at the load's pace, and watchers that wait for finished orders.
public final class ShopLoad implements AutoCloseable {
    private static final int MAX_IN_FLIGHT = 1_000;
    /// While other parts still start: enough to see messages move, and little enough not to hold those parts up.
    private static final LoadProfile OPENING = new LoadProfile.Constant(1);
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(500);
    private static final String WEB_SOCKET_PATH = "/ws";

    private static final Duration ASK_EVERY = Duration.ofMillis(25);
    /// The discard port, where nobody answers.
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).executor(threads).build();
    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Map<String, URI> services;
    private final BooleanSupplier shopReady;
    private final OrderTraffic traffic;
    private final LoadGenerator generator;
    private final Watchers watchers;
    private final int watcherCount;
    private LoadProfile profile;
    private boolean full;

    /// @param services name of each service that the client calls → `http://…` address of the client's link to it
    /// @param shopReady whether the services that orders go to afterwards are ready
    public ShopLoad(LoadProfile profile, Traffic traffic, long seed, String jwtSecret, Map<String, URI> services,
            BooleanSupplier shopReady, InstantSource clock, Consumer<Fact> facts) {
        this.profile = profile;
        this.clock = clock;
        this.facts = facts;
        this.services = Map.copyOf(services);
        this.shopReady = shopReady;
        ClientToken token = new ClientToken(jwtSecret, clock);
        this.traffic = new OrderTraffic(traffic, seed, new ShopClient(http, token, clock, System::nanoTime, facts), services);
        this.generator = new LoadGenerator(profile.idle() ? profile : OPENING, seed, MAX_IN_FLIGHT, System::nanoTime, this.traffic);
        URI notifications = services.getOrDefault(Services.NOTIFICATION, NOWHERE);
        this.watchers = new Watchers(http, URI.create("ws://" + notifications.getAuthority() + WEB_SOCKET_PATH));
        this.watcherCount = traffic.watchers();
        if (!profile.idle()) {
            wanted.countDown();
        }
    }

    /// Lets customers sign up as soon as that is possible, and a few of them order as soon as the shop is ready, the rest after
    /// [#everyPartIsReady()]; an idle profile waits for another one.
    public void start() {
        threads.execute(this::run);
    }

    private void run() {
        try {
            wanted.await();
            awaitAnswer(Services.USER);
            traffic.signUp();
            awaitAnswer(Services.ORDER);
            while (!shopReady.getAsBoolean()) {
                Thread.sleep(ASK_EVERY);
            }
            traffic.openShop();
            generator.start();
            threads.execute(this::allowLooking);
            begun.countDown();
            watchers.start(watcherCount);
            while (true) {
                facts.accept(new Fact.LoadSampled(clock.instant(), generator.view()));
                Thread.sleep(SAMPLE_EVERY);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void allowLooking() {
        try {
            awaitAnswer(Services.PROJECTION);
            traffic.mayLook();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// Any answer will do: whether the service is healthy is for it to know.
    private void awaitAnswer(String service) throws InterruptedException {
        URI health = services.getOrDefault(service, NOWHERE).resolve("/health");
        HttpRequest question = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
        while (true) {
            try {
                http.send(question, BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                Thread.sleep(ASK_EVERY);
            }
        }
    }

    /// Waits until the first order is due.
    ///
    /// @return false when that took longer than `patience`
    public boolean awaitBegun(Duration patience) throws InterruptedException {
        return begun.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// From now on the load is what was asked for.
    public synchronized void everyPartIsReady() {
        full = true;
        generator.profile(profile);
    }

    public synchronized void profile(LoadProfile other) {
        profile = other;
        if (full) {
            generator.profile(other);
        }
        if (!other.idle()) {
            wanted.countDown();
        }
    }

    /// No more orders; those on their way may still be answered.
    public void stopSending() throws InterruptedException {
        generator.stopSending();
    }

    /// Waits until every order that was sent has been answered, or given up by its sender, but not longer than `patience`.
    public void awaitAnswers(Duration patience) throws InterruptedException {
        generator.awaitAnswers(patience);
        facts.accept(new Fact.LoadSampled(clock.instant(), generator.view()));
    }

    public LoadView view() {
        return generator.view();
    }

    /// Messages that were pushed to the watchers.
    public long pushes() {
        return watchers.pushes();
    }

    @Override
    public void close() {
        generator.close();
        watchers.close();
        http.shutdownNow();
        threads.shutdownNow();
    }
}
