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
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The shop's customers: they sign up once, then order, and some of them cancel or look at their orders afterwards.
///
/// An order that got no answer is sent again with the same idempotency key, at most twice.
final class OrderTraffic implements Visitors {
    static final String ORDERS = "/orders";
    /// Without payment and stock, the first orders would wait, and the first thing to be seen would be timeouts.
    private static final Set<String> ASKED_BY_ORDERS = Set.of(Services.PAYMENT, Services.INVENTORY);
    /// The number of the order before the load's order 0.
    private static final long FIRST = -1;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration COMES_BACK_AFTER = Duration.ofSeconds(1);

    private final long seed;
    private final OrderMix mix;
    private final ShopClient client;
    private final Peers peers;
    private final SignUps users;
    private final AtomicReferenceArray<@Nullable String> lastOrders;
    private final Cancellations cancellations;
    private volatile boolean lookable;

    OrderTraffic(Traffic.Orders traffic, long seed, ShopClient client, Peers peers) {
        this.seed = seed;
        this.mix = new OrderMix(traffic, seed);
        this.client = client;
        this.peers = peers;
        this.users = new SignUps(client, peers, seed, traffic.users());
        this.cancellations = new Cancellations(client, peers, seed, traffic.rivals());
        this.lastOrders = new AtomicReferenceArray<>(traffic.users());
    }

    @Override
    public void arrive(Doors doors) throws InterruptedException {
        doors.awaitAnswer(Services.USER);
        users.signUpAll();
        doors.awaitAnswer(Services.ORDER);
        doors.awaitReady(ASKED_BY_ORDERS);
        openShop();
        if (doors.isOpen(Services.PROJECTION)) {
            doors.aside(() -> {
                doors.awaitAnswer(Services.PROJECTION);
                lookable = true;
            });
        }
    }

    /// Places one order, trying on until it is accepted. The load begins on a shop that has seen an order before: on cold JVMs the first
    /// calls may last so long that circuit breakers open.
    private void openShop() throws InterruptedException {
        while (!send(FIRST)) {
            Thread.sleep(PAUSE);
        }
    }

    @Override
    public boolean send(long number) throws InterruptedException {
        Wish wish = mix.wish(number);
        RandomGenerator random = Chance.ORDER.of(seed, number);
        Question order = Question.post(ORDERS, ORDERS, ClientJson.order(users.id(wish.user()), wish.product(), wish.quantity()),
                Map.of(Headers.IDEMPOTENCY_KEY, wish.key()));
        Answer answer = client.callUntilAnswered(peers.of(Services.ORDER), order, Trace.draw(random), random);
        if (answer.accepted()) {
            String orderId = ClientJson.text(answer.body(), "id").orElse(null);
            lastOrders.set(wish.user(), orderId);
            if (wish.cancels() && orderId != null) {
                cancellations.note(number, orderId);
            }
        }
        return answer.accepted();
    }

    /// Some customers come back a second later, to cancel their order or to look at it.
    @Override
    public void after(long number) throws InterruptedException {
        Wish wish = mix.wish(number);
        boolean looks = lookable && wish.asksAfterwards();
        if (!wish.cancels() && !looks) {
            return;
        }
        Thread.sleep(COMES_BACK_AFTER);
        if (wish.cancels()) {
            cancellations.cancel(number);
        }
        if (looks) {
            look(number, wish);
        }
    }

    /// In turn at all orders in the read model, or at the last one at the order service.
    private void look(long number, Wish wish) throws InterruptedException {
        Trace trace = Trace.draw(Chance.LOOK.of(seed, number));
        String orderId = lastOrders.get(wish.user());
        if (number % 2 == 0 || orderId == null) {
            String path = SignUps.USERS + "/" + users.id(wish.user()) + ORDERS;
            client.call(peers.of(Services.PROJECTION), Question.get(SignUps.USERS + "/{id}" + ORDERS, path), trace);
        } else {
            client.call(peers.of(Services.ORDER), Question.get(ORDERS + "/{id}", ORDERS + "/" + orderId), trace);
        }
    }
}
