package dev.breakwater.shop.order;

import dev.breakwater.shop.support.http.ApiException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/// Naive: threads that wait for the replies to their requests, in the memory of this process alone and for as long as it takes.
final class Callers implements AutoCloseable {
    private final Map<String, CompletableFuture<PaymentResult>> waiting = new ConcurrentHashMap<>();

    private volatile boolean closed;

    /// From now on replies are listened to.
    Callers open() {
        closed = false;
        return this;
    }

    /// Sends a request, and blocks until its reply is there.
    ///
    /// @throws ApiException 503 if nobody listens to replies any more
    PaymentResult await(String correlationId, Sending request) throws InterruptedException {
        CompletableFuture<PaymentResult> reply = new CompletableFuture<>();
        waiting.put(correlationId, reply);
        if (closed) {
            close();
        }
        try {
            request.send();
            return reply.get();
        } catch (ExecutionException closed) {
            throw new ApiException(503, "payments are no longer asked for", Map.of("Retry-After", "1"));
        } finally {
            waiting.remove(correlationId);
        }
    }

    /// Puts a message on its way.
    interface Sending {
        void send() throws InterruptedException;
    }

    /// @return false if nobody waits for this reply
    boolean answer(String correlationId, PaymentResult result) {
        CompletableFuture<PaymentResult> reply = waiting.get(correlationId);
        return reply != null && reply.complete(result);
    }

    int count() {
        return waiting.size();
    }

    /// Lets all go: no reply will come.
    @Override
    public void close() {
        closed = true;
        waiting.values().forEach(reply -> reply.completeExceptionally(new IllegalStateException("replies are not listened to")));
    }
}
