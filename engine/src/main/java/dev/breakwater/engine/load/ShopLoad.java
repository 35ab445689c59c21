package dev.breakwater.engine.load;

import dev.breakwater.contract.Services;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.run.LoadView;
import dev.breakwater.engine.scenario.Traffic;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// The client side of a run: customers that order at the load's pace, and watchers that wait for finished orders.
public final class ShopLoad implements AutoCloseable {
    private static final int MAX_IN_FLIGHT = 1_000;
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(500);
    private static final String WEB_SOCKET_PATH = "/ws";

    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).executor(threads).build();
    private final OrderTraffic traffic;
    private final LoadGenerator generator;
    private final Watchers watchers;
    private final int watcherCount;

    /// @param services name of each service that the client calls → `http://…` address of the client's link to it
    public ShopLoad(LoadProfile profile, Traffic traffic, long seed, String jwtSecret, Map<String, URI> services, InstantSource clock,
            Consumer<Fact> facts) {
        this.clock = clock;
        this.facts = facts;
        ClientToken token = new ClientToken(jwtSecret, clock);
        this.traffic = new OrderTraffic(traffic, seed, new ShopClient(http, token, clock, System::nanoTime, facts), services);
        this.generator = new LoadGenerator(profile, seed, MAX_IN_FLIGHT, System::nanoTime, this.traffic);
        URI notifications = services.getOrDefault(Services.NOTIFICATION, URI.create("http://127.0.0.1:9"));
        this.watchers = new Watchers(http, URI.create("ws://" + notifications.getAuthority() + WEB_SOCKET_PATH));
        this.watcherCount = traffic.watchers();
    }

    /// Signs the customers up, then lets them order; returns when the first order is due.
    public void start() throws InterruptedException {
        traffic.signUp();
        generator.start();
        watchers.start(watcherCount);
        threads.execute(this::sample);
    }

    public void profile(LoadProfile profile) {
        generator.profile(profile);
    }

    /// No more orders; those on their way may still be answered.
    public void stopSending() throws InterruptedException {
        generator.stopSending();
    }

    public LoadView view() {
        return generator.view();
    }

    /// Messages that were pushed to the watchers.
    public long pushes() {
        return watchers.pushes();
    }

    private void sample() {
        try {
            while (true) {
                facts.accept(new Fact.LoadSampled(clock.instant(), generator.view()));
                Thread.sleep(SAMPLE_EVERY);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        generator.close();
        watchers.close();
        http.shutdownNow();
        threads.shutdownNow();
    }
}
