package dev.breakwater.engine.load;

import com.rabbitmq.client.ConnectionFactory;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.http.WholeAnswer;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.run.IntruderView;
import dev.breakwater.engine.model.run.LoadView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The client side of a scenario: visitors whose requests come at the load's pace, and watchers that wait for finished orders.
public final class ShopLoad implements AutoCloseable {
    private static final int MAX_IN_FLIGHT = 1_000;
    /// While other parts still start: enough to see messages move, and little enough not to hold those parts up.
    private static final LoadProfile OPENING = new LoadProfile.Constant(1);
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(500);
    private static final String WEB_SOCKET_PATH = "/ws";
    private static final Duration ORDER_TIMEOUT = Duration.ofSeconds(10);
    /// People wait less long for a page than for an order.
    private static final Duration USER_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ASK_EVERY = Duration.ofMillis(25);

    private final Place place;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).executor(threads).build();
    private final CountDownLatch wanted = new CountDownLatch(1);
    private final AcceptedOrders accepted = new AcceptedOrders();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Visitors visitors;
    private final LoadGenerator generator;
    private final Watchers watchers;
    private final int watcherCount;
    private LoadProfile profile;
    private boolean full;

    /// Where the load is put on.
    ///
    /// @param links name of each service → `http://…` address of the client's link to it
    /// @param services those that the scenario has
    /// @param ready whether a service is ready
    /// @param jwtSecret what the client signs its tokens with
    /// @param rabbit makes connections by the client's link to RabbitMQ
    public record Place(Map<String, URI> links, Set<String> services, Predicate<String> ready, String jwtSecret,
            ConnectionFactory rabbit) {
        public Place {
            links = Map.copyOf(links);
            services = Set.copyOf(services);
        }
    }

    public ShopLoad(LoadProfile profile, Traffic traffic, long seed, Place place, InstantSource clock, Consumer<Fact> facts) {
        this.profile = profile;
        this.place = place;
        this.clock = clock;
        this.facts = facts;
        this.visitors = visitors(traffic, seed);
        this.generator = new LoadGenerator(profile.idle() ? profile : OPENING, seed, MAX_IN_FLIGHT, System::nanoTime, visitors);
        this.watchers = new Watchers(http, webSocket(), _ -> { });
        this.watcherCount = place.services().contains(Services.NOTIFICATION) ? watchers(traffic) : 0;
        if (!profile.idle()) {
            wanted.countDown();
        }
    }

    private URI webSocket() {
        URI notifications = place.links().getOrDefault(Services.NOTIFICATION, URI.create("http://127.0.0.1:9"));
        return URI.create("ws://" + notifications.getAuthority() + WEB_SOCKET_PATH);
    }

    private static int watchers(Traffic traffic) {
        return switch (traffic) {
            case Traffic.Orders orders -> orders.watchers();
            case Traffic.Intruded intruded -> watchers(intruded.honest());
            case Traffic.PaidOrders _, Traffic.Users _, Traffic.Payments _, Traffic.Processing _ -> 0;
        };
    }

    private Visitors visitors(Traffic traffic, long seed) {
        ClientToken token = new ClientToken(place.jwtSecret(), clock);
        Peers peers = new Peers(place.links());
        return switch (traffic) {
            case Traffic.Orders orders -> new OrderTraffic(orders, seed, client(ORDER_TIMEOUT, token), peers);
            case Traffic.PaidOrders orders -> new PaidOrderTraffic(orders, seed, client(ORDER_TIMEOUT, token), peers,
                    (order, heard) -> new Watchers(http, URI.create(webSocket() + "?orderId=" + order), heard));
            case Traffic.Users users -> new UserTraffic(users, seed, client(USER_TIMEOUT, token), peers);
            case Traffic.Processing processing -> new ProcessingTraffic(processing, seed, client(ORDER_TIMEOUT, token), peers,
                    new ForeignProgram(place.rabbit(), clock, System::nanoTime, facts), accepted, clock);
            case Traffic.Intruded intruded -> new IntruderTraffic(visitors(intruded.honest(), seed), intruded.percent(), seed,
                    client(USER_TIMEOUT, token), peers, place.jwtSecret(), clock);
            case Traffic.Payments payments -> new PaymentTraffic(payments, seed, peers.of(Services.PAYMENT).base(), token, clock,
                    System::nanoTime, facts);
        };
    }

    private ShopClient client(Duration timeout, ClientToken token) {
        return new ShopClient(http, timeout, token, clock, System::nanoTime, facts);
    }

    /// Lets visitors arrive as soon as that is possible, and a few of them send requests as soon as the shop is ready, the rest after
    /// [#everyPartIsReady()]; an idle profile waits for another one.
    public void start() {
        threads.execute(this::run);
    }

    private void run() {
        try {
            wanted.await();
            visitors.arrive(new FrontDoors());
            generator.start();
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

    /// Waits until the first request is due.
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

    /// No more requests; those on their way may still be answered.
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

    /// Orders that were accepted into a queue.
    public AcceptedOrders accepted() {
        return accepted;
    }

    /// What intruders have seen, if there are any.
    public IntruderView intruders() {
        return visitors.intruders();
    }

    /// Messages that were pushed to the watchers.
    public long pushes() {
        return watchers.pushes() + visitors.pushes();
    }

    @Override
    public void close() {
        generator.close();
        watchers.close();
        visitors.close();
        http.shutdownNow();
        threads.shutdownNow();
    }

    private final class FrontDoors implements Visitors.Doors {
        /// Any answer will do: whether the service is healthy is for it to know.
        @Override
        public void awaitAnswer(String service) throws InterruptedException {
            URI health = new Peers(place.links()).of(service).base().resolve("/health");
            HttpRequest question = HttpRequest.newBuilder(health).build();
            while (true) {
                try {
                    HttpResponse<String> unused = WholeAnswer.of(http, question, Duration.ofSeconds(2));
                    return;
                } catch (IOException notYet) {
                    Thread.sleep(ASK_EVERY);
                }
            }
        }

        @Override
        public void awaitReady(Set<String> services) throws InterruptedException {
            while (!services.stream().filter(this::isOpen).allMatch(place.ready())) {
                Thread.sleep(ASK_EVERY);
            }
        }

        @Override
        public boolean isOpen(String service) {
            return place.services().contains(service);
        }

        @Override
        public void aside(Visitors.Errand errand) {
            try {
                threads.execute(() -> {
                    try {
                        errand.run();
                    } catch (InterruptedException closing) {
                        Thread.currentThread().interrupt();
                    }
                });
            } catch (RejectedExecutionException closing) {
                // the load has been closed: nobody waits for it any more
            }
        }
    }
}
