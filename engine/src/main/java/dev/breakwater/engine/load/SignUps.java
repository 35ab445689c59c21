package dev.breakwater.engine.load;

import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.load.ShopClient.Answer;
import dev.breakwater.engine.load.ShopClient.Question;
import dev.breakwater.engine.load.ShopClient.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The users that are there before the load begins.
final class SignUps {
    static final String USERS = "/users";
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final ShopClient client;
    private final Peers peers;
    private final long seed;
    private final AtomicReferenceArray<@Nullable String> ids;

    /// @param count how many there are to be
    SignUps(ShopClient client, Peers peers, long seed, int count) {
        this.client = client;
        this.peers = peers;
        this.seed = seed;
        this.ids = new AtomicReferenceArray<>(count);
    }

    int count() {
        return ids.length();
    }

    /// @param user 0 to [#count] − 1, and signed up
    String id(int user) {
        return String.valueOf(ids.get(user));
    }

    /// Creates all users, trying on until each is there.
    void signUpAll() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> created = IntStream.range(0, count()).mapToObj(user -> threads.submit(() -> signUp(user))).toList();
            try {
                for (int user = 0; user < created.size(); user++) {
                    ids.set(user, created.get(user).get());
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
        RandomGenerator random = Chance.SIGN_UP.of(seed, user);
        Trace trace = Trace.draw(random);
        Question question = creation("Customer " + (user + 1), "customer-%d@example.com".formatted(user + 1), key(random));
        while (true) {
            Answer answer = client.call(peers.of(Services.USER), question, trace);
            String id = answer.accepted() ? ClientJson.text(answer.body(), "id").orElse("") : "";
            if (!id.isEmpty()) {
                return id;
            }
            Thread.sleep(PAUSE);
            trace = trace.again(random);
        }
    }

    /// The request that creates a user.
    ///
    /// @param key the same for every try of it, and for no other request
    static Question creation(String name, String email, String key) {
        return Question.post(USERS, USERS, ClientJson.object(Map.of("name", name, "email", email)), Map.of(Headers.IDEMPOTENCY_KEY, key));
    }

    static String key(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
