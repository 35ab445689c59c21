package dev.breakwater.engine.load;

import dev.breakwater.contract.Services;
import dev.breakwater.engine.load.ShopClient.Question;
import dev.breakwater.engine.load.ShopClient.Trace;
import java.util.Map;
import java.util.random.RandomGenerator;

/// People who sign up, change their name, and look at users.
///
/// A request that got no answer is sent again with the same idempotency key, at most twice.
final class UserTraffic implements Visitors {
    private static final String USER = SignUps.USERS + "/{id}";

    private final Traffic.Users traffic;
    private final long seed;
    private final ShopClient client;
    private final Peers peers;
    private final SignUps users;

    UserTraffic(Traffic.Users traffic, long seed, ShopClient client, Peers peers) {
        this.traffic = traffic;
        this.seed = seed;
        this.client = client;
        this.peers = peers;
        this.users = new SignUps(client, peers, seed, traffic.users());
    }

    @Override
    public void arrive(Doors doors) throws InterruptedException {
        doors.awaitAnswer(Services.USER);
        users.signUpAll();
    }

    @Override
    public boolean send(long number) throws InterruptedException {
        RandomGenerator random = Chance.CHANGE.of(seed, number);
        Question question = question(number, random);
        return client.callUntilAnswered(peers.of(Services.USER), question, Trace.draw(random), random).accepted();
    }

    private Question question(long number, RandomGenerator random) {
        double share = random.nextDouble(100);
        int user = random.nextInt(users.count());
        String key = SignUps.key(random);
        if (share < traffic.createPercent()) {
            return SignUps.creation("Guest " + number, email(number), key);
        }
        String path = SignUps.USERS + "/" + users.id(user);
        if (share < traffic.createPercent() + traffic.changePercent()) {
            String body = ClientJson.object(Map.of("name", "Customer %d, %d".formatted(user + 1, number),
                    "email", "customer-%d@example.com".formatted(user + 1)));
            return Question.put(USER, path, body);
        }
        return Question.get(USER, path);
    }

    /// The e-mail address of who signs up with request `number`: nobody else has it.
    static String email(long number) {
        return "guest-%d@example.com".formatted(number);
    }
}
