package dev.breakwater.brokers;

import dev.breakwater.contract.BrokerVariables;
import dev.breakwater.contract.Variables;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/// An embedded broker as a child process of a test.
public final class RunningBroker implements AutoCloseable {
    public static final String USER = "tester";
    public static final String PASSWORD = "secret";

    private static final int LOWEST_PORT = 20_000;
    private static final int BEYOND_PORT = 32_000;
    private static final int TRIES = 1_000;

    private final Class<?> main;
    private final Path folder;
    private final int port;
    private Process process;

    public RunningBroker(Class<?> main, Path folder) throws IOException {
        this.main = main;
        this.folder = folder;
        this.port = freePort();
        this.process = launch();
    }

    public int port() {
        return port;
    }

    /// As `kill -9` does; then the same again on the same port and folder.
    public void killAndRestart() throws Exception {
        process.destroyForcibly().waitFor();
        process = launch();
    }

    /// Below the ports that outgoing connections are given, so that none of them takes it while the broker is down.
    private static int freePort() throws IOException {
        IOException last = new IOException("no port was tried");
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, BEYOND_PORT);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw last;
    }

    private Process launch() throws IOException {
        Process launched = start(main, Map.of(
                BrokerVariables.PORT, String.valueOf(port),
                BrokerVariables.FOLDER, folder.toString(),
                BrokerVariables.USER, USER,
                BrokerVariables.PASSWORD, PASSWORD,
                Variables.PARENT_PID, String.valueOf(ProcessHandle.current().pid())));
        BufferedReader output = launched.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine())
            if (line.startsWith(BrokerVariables.READY)) return launched;
        throw new IOException(main.getSimpleName() + " ended before it was ready");
    }

    /// With its standard error as output, too.
    public static Process start(Class<?> main, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m",
                        "-cp", Objects.requireNonNull(System.getProperty("java.class.path")), main.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        return builder.start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
