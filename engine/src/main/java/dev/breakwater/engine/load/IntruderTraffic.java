package dev.breakwater.engine.load;

import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.load.ShopClient.Answer;
import dev.breakwater.engine.load.ShopClient.Question;
import dev.breakwater.engine.load.ShopClient.Trace;
import dev.breakwater.engine.model.run.IntruderView;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/// Honest visitors with intruders among them, who sign strangers up under the name of order-service, with tokens that nobody may take.
/// A request of theirs never counts as accepted.
final class IntruderTraffic implements Visitors {
    private static final List<Forgery> FORGERIES = List.of(Forgery.values());
    private static final int UNAUTHORIZED = 401;

    private final Visitors honest;
    private final double percent;
    private final long seed;
    private final ShopClient client;
    private final Peers peers;
    private final String secret;
    private final InstantSource clock;
    private final LongAdder refused = new LongAdder();
    private final LongAdder letIn = new LongAdder();
    private String firstLetIn = "";

    /// @param percent share of intruders, 0 to 100
    /// @param secret what the shop's tokens are signed with
    IntruderTraffic(Visitors honest, double percent, long seed, ShopClient client, Peers peers, String secret, InstantSource clock) {
        this.honest = honest;
        this.percent = percent;
        this.seed = seed;
        this.client = client;
        this.peers = peers;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public void arrive(Doors doors) throws InterruptedException {
        honest.arrive(doors);
    }

    @Override
    public boolean send(long number) throws InterruptedException {
        RandomGenerator random = Chance.INTRUDE.of(seed, number);
        if (random.nextDouble(100) >= percent) {
            return honest.send(number);
        }
        Forgery forgery = FORGERIES.get(random.nextInt(FORGERIES.size()));
        Question question = Question.post(SignUps.USERS, SignUps.USERS,
                ClientJson.object(Map.of("name", "Stranger " + number, "email", "stranger-%d@example.com".formatted(number))),
                Map.of(Headers.AUTHORIZATION, "Bearer " + forgery.token(secret, clock.instant()), Headers.X_SERVICE, Services.ORDER));
        count(forgery, client.call(peers.of(Services.USER), question, Trace.draw(random)));
        return false;
    }

    private synchronized void count(Forgery forgery, Answer answer) {
        if (answer.status() == UNAUTHORIZED) {
            refused.increment();
        } else if (answer.accepted()) {
            letIn.increment();
            firstLetIn = firstLetIn.isEmpty() ? forgery.words() : firstLetIn;
        }
    }

    @Override
    public void after(long number) throws InterruptedException {
        honest.after(number);
    }

    @Override
    public synchronized IntruderView intruders() {
        return new IntruderView(refused.sum(), letIn.sum(), firstLetIn);
    }

    @Override
    public long pushes() {
        return honest.pushes();
    }

    @Override
    public void close() {
        honest.close();
    }
}
