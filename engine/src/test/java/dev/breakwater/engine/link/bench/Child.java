package dev.breakwater.engine.link.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that a benchmark starts on a port, and ends.
record Child(Process process, int port) implements AutoCloseable {
    static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    /// Redis, keeping nothing.
    static Child redis(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        return started(port, folder, "redis-server", "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no");
    }

    /// HAProxy in TCP mode on one thread, else as it comes.
    static Child haproxy(Path folder, int upstreamPort) throws IOException, InterruptedException {
        int port = freePort();
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), """
                global
                    nbthread 1
                    maxconn 4000
                defaults
                    mode tcp
                    timeout connect 5s
                    timeout client 1h
                    timeout server 1h
                listen redis
                    bind 127.0.0.1:%d
                    server redis 127.0.0.1:%d
                """.formatted(port, upstreamPort));
        String program = Files.isExecutable(Path.of("/usr/sbin/haproxy")) ? "/usr/sbin/haproxy" : "haproxy";
        return started(port, folder, program, "-db", "-f", file.toString());
    }

    private static Child started(int port, Path folder, String... command) throws IOException, InterruptedException {
        Path log = folder.resolve(Path.of(command[0]).getFileName() + ".log");
        Process process = new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        for (int i = 0; i < 100 && process.isAlive(); i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(HERE, port));
                return new Child(process, port);
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        process.destroyForcibly();
        throw new IOException("%s did not start: %s".formatted(command[0], Files.readString(log)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
