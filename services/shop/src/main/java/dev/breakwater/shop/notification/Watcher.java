package dev.breakwater.shop.notification;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// One WebSocket client: watches one order (`?orderId=…`) or all. A client that does not read is let go: it must not hold up others.
final class Watcher implements WsListener {
    private static final int MAX_WAITING = 1000;
    private static final int TRY_AGAIN_LATER = 1013;

    private final Watchers watchers;
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private volatile Optional<String> orderId = Optional.empty();
    private volatile @Nullable WsSession session;
    private volatile @Nullable Thread sender;

    Watcher(Watchers watchers) {
        this.watchers = watchers;
    }

    /// The order that it watches; empty = all.
    Optional<String> orderId() {
        return orderId;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) {
        if (prologue.query().contains("orderId")) {
            orderId = Optional.of(prologue.query().get("orderId"));
        }
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession opened) {
        session = opened;
        sender = Thread.ofVirtual().name("push").start(() -> push(opened));
        watchers.add(this);
    }

    /// Never blocks.
    void send(String text) {
        WsSession open = session;
        if (!waiting.offer(text) && open != null) {
            watchers.remove(this);
            Thread.ofVirtual().start(() -> open.close(TRY_AGAIN_LATER, "too slow"));
        }
    }

    private void push(WsSession open) {
        try {
            while (true) {
                open.send(waiting.take(), true);
            }
        } catch (InterruptedException | RuntimeException e) {
            watchers.remove(this); // the client is gone
        }
    }

    @Override
    public void onPing(WsSession open, BufferData buffer) {
        open.pong(buffer);
    }

    @Override
    public void onClose(WsSession closed, int status, String reason) {
        end();
    }

    @Override
    public void onError(WsSession failed, Throwable error) {
        end();
    }

    private void end() {
        watchers.remove(this);
        Thread thread = sender;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
