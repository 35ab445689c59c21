package dev.breakwater.shop.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.breakwater.shop.support.auth.Tokens;
import dev.breakwater.shop.support.call.ServiceClient;
import dev.breakwater.shop.support.control.Switches;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What order-service makes of user-service: here a server that answers as the test says.
@Timeout(30)
class UserCheckTest {
    private final Telemetry telemetry = Telemetry.start("order-service", List.of(), () -> "robust");
    private final Tokens tokens = new Tokens("0123456789abcdef0123456789abcdef", "order-service", InstantSource.system(),
            () -> "robust", _ -> {});
    private final Queue<String> callers = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer users;
    private final ServiceClient client;
    private volatile int status = 200;
    private volatile boolean silent;
    private volatile String variant = "robust";
    private volatile int timeoutMillis = 5000;

    UserCheckTest() throws IOException {
        users = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        users.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        users.createContext("/users/", this::answer);
        users.start();
        client = new ServiceClient("order-service", "user-service", URI.create("http://127.0.0.1:" + users.getAddress().getPort()),
                tokens, telemetry);
    }

    @AfterEach
    void close() {
        over.countDown();
        client.close();
        users.stop(0);
        telemetry.close();
    }

    private void answer(HttpExchange exchange) {
        callers.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Service")));
        try (exchange) {
            if (silent) {
                over.await();
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private UserCheck check() {
        BreakerSettings settings = new BreakerSettings(new Switches(_ -> Optional.empty()));
        return new UserCheck(client, new UserBreaker("user-service", settings, new BreakerTold(telemetry, settings)),
                new RetryPause(() -> variant, () -> 2, () -> 1, RandomGenerator.getDefault()), waiting::add, () -> variant,
                () -> timeoutMillis);
    }

    private static ApiException refusal(UserCheck check) {
        return assertThrows(ApiException.class, () -> check.require("u"));
    }

    private static String text(ApiException refusal) {
        return refusal.reply().status() + " " + refusal.reply().body();
    }

    @Test
    void aKnownUserIsAskedForOnceByName() throws Exception {
        check().require("u");
        assertEquals(List.of("order-service"), List.copyOf(callers));
    }

    @Test
    void anUnknownUserIsNoFailure() {
        status = 404;
        assertEquals("422 {\"error\":\"User not found\"}", text(refusal(check())));
        assertEquals(1, callers.size());
    }

    @Test
    void whatFailsThreeTimesIsNotTriedAgain() {
        status = 500;
        assertEquals("502 {\"error\":\"user validation failed\"}", text(refusal(check())));
        assertEquals(3, callers.size());
    }

    @Test
    void naiveItIsTriedThreeTimesToo() {
        variant = "naive";
        status = 500;
        assertEquals("502 {\"error\":\"user validation failed\"}", text(refusal(check())));
        assertEquals(3, callers.size());
    }

    @Test
    void silenceEndsWithTheTimeLimitOfAllTriesTogether() {
        silent = true;
        timeoutMillis = 200;
        assertEquals("504 {\"error\":\"user service timeout\"}", text(refusal(check())));
    }

    @Test
    void whatTheBreakerRefusesSaysWhenToComeAgain() {
        status = 500;
        UserCheck check = check();
        refusal(check); // three failed calls, and two more open it
        ApiException refused = refusal(check);
        assertEquals(5, callers.size());
        assertEquals("503 {\"error\":\"user service calls are refused: circuit breaker is open\"}", text(refused));
        int seconds = Integer.parseInt(refused.reply().headers().getOrDefault("Retry-After", ""));
        assertTrue(seconds > 20 && seconds <= 30, () -> seconds + " s");
    }

    @Test
    void callsThatWaitAreCounted() throws Exception {
        UserCheck check = check();
        check.require("u");
        check.require("u");
        silent = true;
        Thread first = Thread.ofVirtual().start(() -> {
            try {
                check.require("u");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (callers.size() < 3) {
            Thread.onSpinWait();
        }
        silent = false;
        check.require("u");
        over.countDown();
        first.join();
        check.require("u");
        assertEquals(List.of(1, 1, 1, 2, 1), List.copyOf(waiting));
    }
}
