package dev.breakwater.engine.link.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// Requests to Redis on `port`: the throughput by redis-benchmark, which also gives the median latency under load. For a single
/// connection its histogram, in steps of 8 µs, is too coarse for what a proxy adds: there we take the time ourselves.
record RedisLoad(String command, int connections, int bytes, int requests) {
    private static final ByteBuffer ANSWER = ByteBuffer.allocateDirect(128 * 1024);

    /// @param cpu the processor time that the proxy has taken so far
    Figure run(int port, Supplier<Duration> cpu) throws IOException, InterruptedException {
        Duration before = cpu.get();
        Process process = new ProcessBuilder("redis-benchmark", "-h", "127.0.0.1", "-p", "" + port, "-c", "" + connections, "-n",
                "" + requests, "-d", "" + bytes, "-t", command, "--csv").redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        process.waitFor();
        Duration taken = cpu.get().minus(before);
        String[] fields = lines.getLast().replace("\"", "").split(",", -1);
        double p50 = connections == 1 ? alone(port) : Double.parseDouble(fields[4]) * 1000;
        return new Figure(Double.parseDouble(fields[1]), p50, taken.toNanos() / 1e3 / requests);
    }

    /// Median of a request and its answer, one after the other.
    private double alone(int port) throws IOException {
        byte[] value = new byte[bytes];
        Arrays.fill(value, (byte) 'x');
        ByteBuffer set = request("SET", value);
        ByteBuffer get = request("GET", new byte[0]);
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(Child.HERE, port))) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            exchange(channel, set, 5);
            boolean sets = command.equals("set");
            long[] nanos = new long[requests / 2];
            for (int i = 0; i < nanos.length; i++) {
                long begin = System.nanoTime();
                exchange(channel, sets ? set : get, sets ? 5 : bytes + 5 + Integer.toString(bytes).length());
                nanos[i] = System.nanoTime() - begin;
            }
            Arrays.sort(nanos);
            return nanos[nanos.length / 2] / 1e3;
        }
    }

    private static ByteBuffer request(String verb, byte[] value) {
        String head = "*%d\r\n$3\r\n%s\r\n$3\r\nkey\r\n".formatted(value.length == 0 ? 2 : 3, verb);
        String last = value.length == 0 ? "" : "$%d\r\n%s\r\n".formatted(value.length, new String(value, StandardCharsets.US_ASCII));
        byte[] all = (head + last).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(all.length).put(all).flip();
    }

    private static void exchange(SocketChannel channel, ByteBuffer request, int answerBytes) throws IOException {
        channel.write(request.rewind());
        ByteBuffer answer = ANSWER.clear().limit(answerBytes);
        while (answer.hasRemaining()) {
            if (channel.read(answer) < 0) {
                throw new EOFException("redis hung up");
            }
        }
    }
}
