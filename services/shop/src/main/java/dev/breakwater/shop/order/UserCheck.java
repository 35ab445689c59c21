package dev.breakwater.shop.order;

import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.call.Answer;
import dev.breakwater.shop.support.call.CallFailedException;
import dev.breakwater.shop.support.call.ServiceClient;
import dev.breakwater.shop.support.http.ApiException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Asks user-service whether a user exists, before an order is accepted. Robust: each try has a timeout and passes the breaker,
/// failed tries are repeated after a pause, and all of it together has a time limit. Naive: it waits for ever.
final class UserCheck {
    private static final String ROUTE = "/users/{id}";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final ServiceClient users;
    private final UserBreaker breaker;
    private final RetryPause pause;
    private final Report report;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Supplier<String> variant;
    private final Supplier<Integer> timeoutMillis;

    /// Hears how many calls wait for their answer whenever one more begins to.
    @FunctionalInterface
    interface Report {
        void waiting(int calls);
    }

    /// @param timeoutMillis for all tries together
    UserCheck(ServiceClient users, UserBreaker breaker, RetryPause pause, Report report, Supplier<String> variant,
            Supplier<Integer> timeoutMillis) {
        this.report = report;
        this.users = users;
        this.breaker = breaker;
        this.pause = pause;
        this.variant = variant;
        this.timeoutMillis = timeoutMillis;
    }

    /// @throws ApiException 422 unknown user, 502 failed, 503 refused by the breaker, 504 timeout
    void require(String userId) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(timeoutMillis.get()).toNanos();
        for (int attempt = 0; ; attempt++) {
            try {
                if (exists(userId, Duration.ofNanos(end - System.nanoTime()))) {
                    return;
                }
                throw new ApiException(422, "User not found");
            } catch (CallNotPermittedException e) {
                users.refused(ROUTE);
                long seconds = Math.max(1, Math.ceilDiv(breaker.openLeft().toMillis(), 1000));
                throw new ApiException(503, "user service calls are refused: circuit breaker is open",
                        Map.of("Retry-After", Long.toString(seconds)));
            } catch (CallFailedException e) {
                Duration wait = pause.after(attempt);
                boolean late = isRobust() && System.nanoTime() + wait.toNanos() - end >= 0;
                if (late || pause.isLast(attempt)) {
                    throw e.isTimeout() ? new ApiException(504, "user service timeout") : new ApiException(502, "user validation failed");
                }
                Thread.sleep(wait);
            }
        }
    }

    private boolean isRobust() {
        return variant.get().equals(SwitchNames.ROBUST);
    }

    private boolean exists(String userId, Duration left) throws InterruptedException {
        if (!isRobust()) {
            return ask(userId, Optional.empty());
        }
        Duration limit = breaker.callTimeout().compareTo(left) < 0 ? breaker.callTimeout() : left;
        try {
            return breaker.call(() -> ask(userId, Optional.of(limit.isPositive() ? limit : Duration.ofMillis(1))));
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot happen: a call throws nothing else", e);
        }
    }

    private boolean ask(String userId, Optional<Duration> timeout) throws InterruptedException {
        report.waiting(waiting.incrementAndGet());
        try {
            Answer answer = users.get(ROUTE, userId, timeout);
            return switch (answer.status()) {
                case OK -> true;
                case NOT_FOUND -> false;
                default -> throw CallFailedException.status(Services.USER, answer.status());
            };
        } finally {
            waiting.decrementAndGet();
        }
    }
}
