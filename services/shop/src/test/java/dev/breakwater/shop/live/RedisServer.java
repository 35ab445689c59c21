package dev.breakwater.shop.live;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Redis of our own, as a child process on a free port with a folder of its own: the installed one, else the bundled one.
final class RedisServer implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final RedisClient client;
    private Process process;
    private final StatefulRedisConnection<String, String> connection;

    RedisServer() throws IOException {
        folder = Files.createTempDirectory("shop-redis");
        port = Ports.free();
        process = launch();
        client = RedisClient.create(RedisURI.create("127.0.0.1", port));
        Eventually.holds("Redis answers", this::answers);
        connection = client.connect();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(binary(folder).toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1",
                "--dir", folder.toString(), "--appendonly", "yes", "--appendfsync", "always", "--save", "")
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    }

    private boolean answers() {
        try (StatefulRedisConnection<String, String> probe = client.connect()) {
            return probe.sync().ping().equals("PONG");
        } catch (RuntimeException e) {
            return false;
        }
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    RedisCommands<String, String> commands() {
        return connection.sync();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Kill -9, and start again on the same data.
    void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch();
        Eventually.holds("Redis answers again", this::answers);
    }

    private static Path binary(Path folder) throws IOException {
        for (String place : new String[] {"/usr/bin/redis-server", "/usr/local/bin/redis-server"}) {
            if (Files.isExecutable(Path.of(place))) {
                return Path.of(place);
            }
        }
        boolean arm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).contains("aarch64");
        String resource = arm ? "/redis-server-6.2.7-linux-arm64" : "/redis-server-6.2.6-v5-linux-amd64";
        Path binary = folder.resolve("redis-server");
        try (InputStream bundled = RedisServer.class.getResourceAsStream(resource)) {
            if (bundled == null) {
                throw new IOException("no redis-server is installed, and none is bundled for this machine: " + resource);
            }
            Files.copy(bundled, binary, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!binary.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + binary + " executable");
        }
        return binary;
    }

    @Override
    public void close() throws IOException {
        client.shutdown(0, 1, TimeUnit.SECONDS);
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
        }
    }
}
