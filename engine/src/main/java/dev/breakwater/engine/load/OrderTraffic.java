package dev.breakwater.engine.load;

import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.load.OrderMix.Wish;
import dev.breakwater.engine.load.ShopClient.Answer;
import dev.breakwater.engine.load.ShopClient.Peer;
import dev.breakwater.engine.load.ShopClient.Question;
import dev.breakwater.engine.load.ShopClient.Trace;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The shop's customers: they sign up once, then order, and some of them look at their orders afterwards.
///
/// An order that got no answer is sent again with the same idempotency key, at most twice.
final class OrderTraffic implements LoadGenerator.Request {
    enum Purpose {
        SIGN_UP(0x9e3779b97f4a7c15L),
        ORDER(0xc2b2ae3d27d4eb4fL),
        LOOK(0x165667b19e3779f9L);

        private final long salt;

        Purpose(long salt) {
            this.salt = salt;
        }
    }

    static final String ORDERS = "/orders";
    private static final String USERS = "/users";
    private static final int TRIES = 3;
    /// The number of the order before the load's order 0.
    private static final long FIRST = -1;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LOOKS_AFTER = Duration.ofSeconds(1);

    private final Traffic traffic;
    private final long seed;
    private final OrderMix mix;
    private final ShopClient client;
    private final Map<String, URI> services;
    private final AtomicReferenceArray<@Nullable String> userIds;
    private final AtomicReferenceArray<@Nullable String> lastOrders;
    private volatile boolean lookable;

    /// @param services where each service is called: the addresses of the client's links
    OrderTraffic(Traffic traffic, long seed, ShopClient client, Map<String, URI> services) {
        this.traffic = traffic;
        this.seed = seed;
        this.mix = new OrderMix(traffic, seed);
        this.client = client;
        this.services = Map.copyOf(services);
        this.userIds = new AtomicReferenceArray<>(traffic.users());
        this.lastOrders = new AtomicReferenceArray<>(traffic.users());
    }

    /// Creates all users, trying on until each is there.
    void signUp() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> ids = IntStream.range(0, traffic.users()).mapToObj(user -> threads.submit(() -> signUp(user))).toList();
            try {
                for (int user = 0; user < ids.size(); user++) {
                    userIds.set(user, ids.get(user).get());
                }
            } catch (ExecutionException broken) {
                throw new IllegalStateException("signing up failed: " + broken.getCause(), broken);
            } catch (InterruptedException closing) {
                threads.shutdownNow();
                throw closing;
            }
        }
    }

    private String signUp(int user) throws InterruptedException {
        RandomGenerator random = of(Purpose.SIGN_UP, user);
        Trace trace = Trace.draw(random);
        String body = ClientJson.object(Map.of("name", "Customer " + (user + 1), "email", "customer-%d@example.com".formatted(user + 1)));
        Question question = new Question(USERS, USERS, body, Map.of());
        while (true) {
            Answer answer = client.call(peer(Services.USER), question, trace);
            String id = answer.accepted() ? ClientJson.text(answer.body(), "id").orElse("") : "";
            if (!id.isEmpty()) {
                return id;
            }
            Thread.sleep(PAUSE);
            trace = trace.again(random);
        }
    }

    /// Places one order, trying on until it is accepted. The load begins on a shop that has seen an order before: on cold JVMs the first
    /// calls may last so long that circuit breakers open.
    void openShop() throws InterruptedException {
        while (!send(FIRST)) {
            Thread.sleep(PAUSE);
        }
    }

    @Override
    public boolean send(long number) throws InterruptedException {
        Wish wish = mix.wish(number);
        RandomGenerator random = of(Purpose.ORDER, number);
        String userId = String.valueOf(userIds.get(wish.user()));
        Question order = new Question(ORDERS, ORDERS, ClientJson.order(userId, wish.product(), wish.quantity()),
                Map.of(Headers.IDEMPOTENCY_KEY, wish.key()));
        Trace trace = Trace.draw(random);
        Answer answer = client.call(peer(Services.ORDER), order, trace);
        for (int tries = 1; answer.lost() && tries < TRIES; tries++) {
            Thread.sleep(PAUSE.multipliedBy(tries));
            trace = trace.again(random);
            answer = client.call(peer(Services.ORDER), order, trace);
        }
        if (answer.accepted()) {
            lastOrders.set(wish.user(), ClientJson.text(answer.body(), "id").orElse(null));
        }
        return answer.accepted();
    }

    /// From now on customers may look at their orders: the read model is there.
    void mayLook() {
        lookable = true;
    }

    /// Some customers look at their orders a second later: in turn all of them in the read model, or the last one at the order service.
    @Override
    public void after(long number) throws InterruptedException {
        Wish wish = mix.wish(number);
        if (!lookable || !wish.asksAfterwards()) {
            return;
        }
        Thread.sleep(LOOKS_AFTER);
        Trace trace = Trace.draw(of(Purpose.LOOK, number));
        String orderId = lastOrders.get(wish.user());
        if (number % 2 == 0 || orderId == null) {
            String path = USERS + "/" + userIds.get(wish.user()) + ORDERS;
            client.call(peer(Services.PROJECTION), new Question(USERS + "/{id}" + ORDERS, path, "", Map.of()), trace);
        } else {
            client.call(peer(Services.ORDER), new Question(ORDERS + "/{id}", ORDERS + "/" + orderId, "", Map.of()), trace);
        }
    }

    /// Chance of its own for each call, the same again with the same seed.
    private RandomGenerator of(Purpose purpose, long number) {
        return chance(seed, purpose, number);
    }

    static RandomGenerator chance(long seed, Purpose purpose, long number) {
        return new SplittableRandom(new SplittableRandom(seed ^ purpose.salt).nextLong() + number);
    }

    private Peer peer(String service) {
        URI base = services.get(service);
        if (base == null) {
            throw new IllegalArgumentException("the client has no link to " + service);
        }
        return new Peer(service, base);
    }
}
