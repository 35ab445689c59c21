package dev.breakwater.engine.load;

import dev.breakwater.contract.Services;
import dev.breakwater.engine.load.ShopClient.Question;
import dev.breakwater.engine.load.ShopClient.Trace;
import dev.breakwater.engine.model.run.AcceptedOrder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Customers whose orders go through a queue to be charged, and another program that puts messages there that nobody can read.
///
/// An order that got no answer is sent again under the same id, at most twice.
final class ProcessingTraffic implements Visitors {
    private static final String PATH = "/order-processing";
    private static final long FIRST = -1;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Traffic.Processing traffic;
    private final long seed;
    private final ShopClient client;
    private final Peers peers;
    private final ForeignProgram foreign;
    private final AcceptedOrders accepted;
    private final InstantSource clock;

    /// @param accepted hears of each order that was accepted
    ProcessingTraffic(Traffic.Processing traffic, long seed, ShopClient client, Peers peers, ForeignProgram foreign,
            AcceptedOrders accepted, InstantSource clock) {
        this.traffic = traffic;
        this.seed = seed;
        this.client = client;
        this.peers = peers;
        this.foreign = foreign;
        this.accepted = accepted;
        this.clock = clock;
    }

    @Override
    public void arrive(Doors doors) throws InterruptedException {
        doors.awaitAnswer(Services.ORDER);
        doors.awaitReady(Set.of(Services.PAYMENT));
        while (!order(Chance.PROCESS.of(seed, FIRST), false)) {
            Thread.sleep(PAUSE);
        }
    }

    @Override
    public boolean send(long number) throws InterruptedException {
        RandomGenerator random = Chance.PROCESS.of(seed, number);
        double share = random.nextDouble(100);
        if (share < traffic.unreadablePercent()) {
            return unreadable(random);
        }
        return order(random, share < traffic.unreadablePercent() + traffic.urgentPercent());
    }

    private boolean order(RandomGenerator random, boolean urgent) throws InterruptedException {
        String orderId = orderId(random);
        Trace trace = Trace.draw(random);
        String body = ClientJson.object(Map.of("orderId", orderId, "userId", "customer-" + random.nextInt(25),
                "amount", random.nextInt(500, 50_000) / 100.0, "urgent", urgent));
        boolean good = client.callUntilAnswered(peers.of(Services.ORDER), Question.post(PATH, PATH, body, Map.of()), trace, random)
                .accepted();
        if (good) {
            accepted.add(new AcceptedOrder(orderId, urgent, clock.instant()));
        }
        return good;
    }

    private boolean unreadable(RandomGenerator random) throws InterruptedException {
        String orderId = orderId(random);
        boolean good = foreign.publish(orderId, Trace.draw(random));
        if (good) {
            accepted.add(new AcceptedOrder(orderId, false, clock.instant()));
        }
        return good;
    }

    private static String orderId(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    @Override
    public void close() {
        foreign.close();
    }
}
