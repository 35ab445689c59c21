package dev.breakwater.engine.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Clients that hold a WebSocket open and hear what is pushed to them; a lost connection is opened anew.
final class Watchers implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final HttpClient http;
    private final URI address;
    private final Consumer<String> heard;
    private final LongAdder pushes = new LongAdder();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param address `ws://host:port/path`
    /// @param heard is told each message; called by the connection's thread, must not wait
    Watchers(HttpClient http, URI address, Consumer<String> heard) {
        this.http = http;
        this.address = address;
        this.heard = heard;
    }

    void start(int count) {
        for (int i = 0; i < count; i++) {
            threads.execute(this::watch);
        }
    }

    /// Messages received by all of them together.
    long pushes() {
        return pushes.sum();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Listener listener = new Listener();
                WebSocket socket = open(listener);
                if (socket != null) {
                    try {
                        listener.ended.get();
                    } catch (ExecutionException lost) {
                        // opened anew below
                    } finally {
                        socket.abort();
                    }
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable WebSocket open(Listener listener) throws InterruptedException {
        CompletableFuture<WebSocket> opening = http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5))
                .buildAsync(address, listener);
        try {
            return opening.get();
        } catch (ExecutionException notNow) {
            return null;
        } catch (InterruptedException closing) {
            var unused = opening.thenAccept(WebSocket::abort);
            throw closing;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /// Puts messages together.
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                pushes.increment();
                heard.accept(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            ended.complete(true);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            ended.complete(true);
        }
    }
}
