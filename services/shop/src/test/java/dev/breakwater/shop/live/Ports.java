package dev.breakwater.shop.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Free ports on this machine, none twice, below those that outgoing connections are given (Linux: from 32768, macOS: from 49152):
/// nothing takes one in the time until a service listens on it.
final class Ports {
    private static final int LOWEST = 20_000;
    private static final int COUNT = 12_000;
    private static final AtomicInteger NEXT = new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private Ports() {}

    /// @throws IOException when none of very many is free
    static int free() throws IOException {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = LOWEST + NEXT.getAndIncrement() % COUNT;
            if (isFree(port)) return port;
        }
        throw new IOException("found no free port on 127.0.0.1 from %d to %d".formatted(LOWEST, LOWEST + COUNT));
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
