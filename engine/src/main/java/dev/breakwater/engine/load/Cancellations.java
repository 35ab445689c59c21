package dev.breakwater.engine.load;

import dev.breakwater.contract.Services;
import dev.breakwater.engine.load.ShopClient.Question;
import dev.breakwater.engine.load.ShopClient.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/// Orders that are cancelled by those who placed them: by several clients at once, if there are rivals. All of them have seen the same
/// version, so that one is to be told that it is done, and the others that they came too late.
final class Cancellations {
    private static final String STATE = OrderTraffic.ORDERS + "/{id}/state";
    private static final String CANCEL = OrderTraffic.ORDERS + "/{id}/cancel";

    private final ShopClient client;
    private final Peers peers;
    private final long seed;
    private final int rivals;
    private final Map<Long, String> orders = new ConcurrentHashMap<>();

    Cancellations(ShopClient client, Peers peers, long seed, int rivals) {
        this.client = client;
        this.peers = peers;
        this.seed = seed;
        this.rivals = rivals;
    }

    /// Request `number` has placed this order, which is to be cancelled.
    void note(long number, String orderId) {
        orders.put(number, orderId);
    }

    /// Cancels the order of request `number`; does nothing if nobody can say which version it has.
    void cancel(long number) throws InterruptedException {
        String orderId = orders.remove(number);
        if (orderId == null) {
            return;
        }
        RandomGenerator random = Chance.CANCEL.of(seed, number);
        String state = client.call(peers.of(Services.ORDER), Question.get(STATE, path(STATE, orderId)), Trace.draw(random)).body();
        Optional<Long> version = ClientJson.whole(state, "version");
        if (version.isEmpty()) {
            return;
        }
        Question question = Question.post(CANCEL, path(CANCEL, orderId), ClientJson.object(Map.of("expectedVersion", version.get())),
                Map.of());
        List<Callable<ShopClient.Answer>> calls = new ArrayList<>();
        for (int rival = 0; rival < rivals; rival++) {
            Trace trace = Trace.draw(random);
            calls.add(() -> client.call(peers.of(Services.ORDER), question, trace));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(calls);
        }
    }

    private static String path(String route, String orderId) {
        return route.replace("{id}", orderId);
    }
}
