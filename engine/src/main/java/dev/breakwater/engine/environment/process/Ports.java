package dev.breakwater.engine.environment.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Free ports on 127.0.0.1, held until the parts that they are for start.
///
/// They lie below the range from which Linux (32768) and macOS (49152) take the local ports of outgoing connections. Inside it, a
/// connection might take a dead broker's port before it is restarted; or, connecting to that port again and again, meet itself.
public final class Ports implements AutoCloseable {
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES = 1_000;

    private final RandomGenerator random;
    private final Map<Integer, ServerSocket> held = new ConcurrentHashMap<>();

    public Ports(RandomGenerator random) {
        this.random = random;
    }

    /// @throws IOException when this machine lets us listen on none of very many
    public int reserve() throws IOException {
        IOException last = new IOException("no port was tried");
        for (int i = 0; i < TRIES; i++) {
            int port = random.nextInt(LOWEST, BEYOND);
            try {
                held.put(port, listen(port));
                return port;
            } catch (IOException e) {
                last = e;
            }
        }
        throw new IOException("found no free port on 127.0.0.1 from %d to %d".formatted(LOWEST, BEYOND), last);
    }

    /// From now on somebody else can listen on it.
    public void release(int port) {
        close(held.remove(port));
    }

    public static boolean isFree(int port) {
        try {
            listen(port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        held.keySet().forEach(this::release);
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    private static void close(@Nullable ServerSocket socket) {
        if (socket == null) return;
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
