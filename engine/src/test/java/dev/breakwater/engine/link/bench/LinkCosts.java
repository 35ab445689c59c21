package dev.breakwater.engine.link.bench;

import dev.breakwater.engine.link.Injection;
import dev.breakwater.engine.link.Link;
import dev.breakwater.engine.link.Links;
import dev.breakwater.engine.model.topology.LinkId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a link costs beside speed: how far a delay is off from what was set, and what 1,000 idle connections take.
public final class LinkCosts {
    private static final int IDLE = 1000;
    private static final Duration WATCHED = Duration.ofSeconds(5);

    private LinkCosts() {}

    public static void main(String[] args) throws Exception {
        List<Socket> accepted = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, IDLE, Child.HERE); Links links = new Links(1)) {
            Link link = links.open(new LinkId("client", "echo"), (InetSocketAddress) server.getLocalSocketAddress());
            Thread.ofPlatform().daemon().start(() -> acceptAll(server, accepted));
            idle(link);
            delays(link);
        } finally {
            for (Socket socket : accepted) {
                socket.close();
            }
        }
    }

    private static void idle(Link link) throws Exception {
        List<Socket> clients = new ArrayList<>();
        long heapBefore = heap();
        for (int i = 0; i < IDLE; i++) {
            clients.add(new Socket(Child.HERE, link.listenAddress().getPort()));
            exchange(clients.get(i));
        }
        long heap = heap() - heapBefore;
        Duration cpuBefore = cpu();
        TimeUnit.SECONDS.sleep(WATCHED.toSeconds());
        System.out.printf("%d idle connections: %.1f KiB of heap each, both ends' sockets of the benchmark included;"
                + " %d ms of processor time in %d s%n", IDLE, heap / 1024.0 / IDLE, cpu().minus(cpuBefore).toMillis(), WATCHED.toSeconds());
        for (Socket client : clients) {
            client.close();
        }
    }

    private static void delays(Link link) throws Exception {
        System.out.println("| delay each way | measurements | p50 of |measured − set|, µs | p99 |");
        System.out.println("|---|---|---|---|");
        try (Socket client = new Socket(Child.HERE, link.listenAddress().getPort())) {
            client.setTcpNoDelay(true);
            long plain = roundTrips(client, 2000)[1000];
            for (int[] row : new int[][] {{1, 1000}, {10, 300}, {100, 50}}) {
                long set = TimeUnit.MILLISECONDS.toNanos(row[0]);
                Injection delay = link.delay(_ -> set);
                long[] errors = Arrays.stream(roundTrips(client, row[1])).map(nanos -> Math.abs(nanos - plain - 2 * set) / 2)
                        .sorted().toArray();
                System.out.printf("| %d ms | %d | %d | %d |%n", row[0], row[1], errors[errors.length / 2] / 1000,
                        errors[errors.length * 99 / 100] / 1000);
                delay.heal();
            }
        }
    }

    /// Times of round trips, sorted.
    private static long[] roundTrips(Socket client, int count) throws IOException {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            long begin = System.nanoTime();
            exchange(client);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void exchange(Socket client) throws IOException {
        client.getOutputStream().write(1);
        client.getInputStream().read();
    }

    private static void acceptAll(ServerSocket server, List<Socket> accepted) {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                accepted.add(socket);
                Thread.startVirtualThread(() -> echo(socket));
            }
        } catch (IOException e) {
            // the benchmark is over
            return;
        }
    }

    private static void echo(Socket socket) {
        try {
            for (int got = socket.getInputStream().read(); got >= 0; got = socket.getInputStream().read()) {
                socket.getOutputStream().write(got);
            }
        } catch (IOException e) {
            // the benchmark is over
            return;
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
