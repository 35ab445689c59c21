package dev.breakwater.engine.load;

import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.load.OrderMix.Wish;
import dev.breakwater.engine.load.ShopClient.Answer;
import dev.breakwater.engine.load.ShopClient.Question;
import dev.breakwater.engine.load.ShopClient.Trace;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Customers who order, ask for the payment of their order, and wait for its end on a WebSocket of their own. Who hears nothing asks
/// again, twice at most.
///
/// A request that got no answer is sent again with the same idempotency key, at most twice.
final class PaidOrderTraffic implements Visitors {
    private static final String PAYMENT = OrderTraffic.ORDERS + "/{id}/payment";
    private static final Set<String> ASKED = Set.of(Services.PAYMENT, Services.NOTIFICATION);
    /// The number of the order before the load's order 0.
    private static final long FIRST = -1;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration HEARS_WITHIN = Duration.ofSeconds(10);
    private static final int ASKS = 3;

    private final long seed;
    private final OrderMix mix;
    private final ShopClient client;
    private final Peers peers;
    private final Ear ear;
    private final SignUps users;
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final LongAdder pushes = new LongAdder();

    /// Opens what hears of one order.
    interface Ear {
        /// @param heard is told each message
        Watchers listen(String orderId, Consumer<String> heard);
    }

    /// A customer between the request for payment and the end of the order.
    private record Waiting(String orderId, CompletableFuture<String> end, Watchers watcher) {}

    PaidOrderTraffic(Traffic.PaidOrders traffic, long seed, ShopClient client, Peers peers, Ear ear) {
        this.seed = seed;
        this.mix = new OrderMix(traffic.orders(), seed);
        this.client = client;
        this.peers = peers;
        this.ear = ear;
        this.users = new SignUps(client, peers, seed, traffic.users());
    }

    @Override
    public void arrive(Doors doors) throws InterruptedException {
        doors.awaitAnswer(Services.USER);
        users.signUpAll();
        doors.awaitAnswer(Services.ORDER);
        doors.awaitReady(ASKED);
        while (!send(FIRST)) {
            Thread.sleep(PAUSE);
        }
        after(FIRST);
    }

    /// Places an order and asks for its payment.
    @Override
    public boolean send(long number) throws InterruptedException {
        Wish wish = mix.wish(number);
        RandomGenerator random = Chance.ORDER.of(seed, number);
        Trace trace = Trace.draw(random);
        Question order = Question.post(OrderTraffic.ORDERS, OrderTraffic.ORDERS,
                ClientJson.order(users.id(wish.user()), wish.product(), wish.quantity()), Map.of(Headers.IDEMPOTENCY_KEY, wish.key()));
        Answer placed = client.callUntilAnswered(peers.of(Services.ORDER), order, trace, random);
        String orderId = placed.accepted() ? ClientJson.text(placed.body(), "id").orElse("") : "";
        if (orderId.isEmpty()) {
            return false;
        }
        CompletableFuture<String> end = new CompletableFuture<>();
        Watchers watcher = ear.listen(orderId, end::complete);
        waiting.put(number, new Waiting(orderId, end, watcher));
        watcher.start(1);
        boolean accepted = askForPayment(orderId, trace.again(random), random).accepted();
        if (!accepted) {
            forget(number);
        }
        return accepted;
    }

    private Answer askForPayment(String orderId, Trace trace, RandomGenerator random) throws InterruptedException {
        Question payment = Question.post(PAYMENT, PAYMENT.replace("{id}", orderId), ClientJson.object(Map.of()),
                Map.of(Headers.IDEMPOTENCY_KEY, SignUps.key(random)));
        return client.callUntilAnswered(peers.of(Services.ORDER), payment, trace, random);
    }

    /// Waits for the end; an order that cannot be paid any more has ended too.
    @Override
    public void after(long number) throws InterruptedException {
        Waiting customer = waiting.get(number);
        if (customer == null) {
            return;
        }
        RandomGenerator random = Chance.LOOK.of(seed, number);
        for (int asks = 1; !hears(customer) && asks < ASKS; asks++) {
            Answer again = askForPayment(customer.orderId(), Trace.draw(random), random);
            if (!again.accepted() && !again.failed()) {
                break;
            }
        }
        forget(number);
    }

    private static boolean hears(Waiting customer) throws InterruptedException {
        try {
            var unused = customer.end().get(HEARS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException silence) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void forget(long number) {
        Waiting gone = waiting.remove(number);
        if (gone != null) {
            pushes.add(gone.watcher().pushes());
            gone.watcher().close();
        }
    }

    @Override
    public long pushes() {
        return pushes.sum();
    }

    @Override
    public void close() {
        waiting.keySet().forEach(this::forget);
    }
}
