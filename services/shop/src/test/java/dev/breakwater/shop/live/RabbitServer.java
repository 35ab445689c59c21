package dev.breakwater.shop.live;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.breakwater.contract.BrokerVariables;
import dev.breakwater.contract.Variables;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// The embedded RabbitMQ as a child process, from the packaged jars of `services/brokers`.
final class RabbitServer implements AutoCloseable {
    private static final Path BUILT = Path.of(System.getProperty("breakwater.home", "../.."), "services/brokers/target");
    private static final String USER = "shop";

    private final Path folder;
    private final int port;
    private final Process process;
    private final Connection connection;

    RabbitServer() throws IOException, TimeoutException {
        folder = Files.createTempDirectory("shop-rabbit");
        port = Ports.free();
        process = launch();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUsername(USER);
        factory.setPassword(USER);
        connection = factory.newConnection();
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m", "-cp", classPath(), "dev.breakwater.brokers.rabbit.QpidBroker")
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of(BrokerVariables.PORT, Integer.toString(port), BrokerVariables.FOLDER, folder.toString(),
                BrokerVariables.USER, USER, BrokerVariables.PASSWORD, USER,
                Variables.PARENT_PID, Long.toString(ProcessHandle.current().pid())));
        Process launched = builder.start();
        BufferedReader output = launched.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(BrokerVariables.READY)) {
                return launched;
            }
        }
        throw new IOException("the embedded RabbitMQ ended before it was ready");
    }

    private static String classPath() throws IOException {
        try (Stream<Path> files = Files.list(BUILT)) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().matches("breakwater-brokers-.*\\.jar")).toList();
            if (jars.size() == 1) {
                return jars.getFirst() + File.pathSeparator + BUILT.resolve("lib") + "/*";
            }
        }
        throw new IOException("build the brokers first: mvn package -DskipTests -pl services/contract,services/brokers");
    }

    /// Variables for services that use it.
    Map<String, String> variables() {
        return Map.of(Variables.RABBITMQ_URI, "amqp://%s:%s@127.0.0.1:%d".formatted(USER, USER, port));
    }

    Channel channel() throws IOException {
        return connection.createChannel();
    }

    /// What lies in the queue now; it stays there.
    List<GetResponse> peek(String queue) throws IOException, TimeoutException {
        List<GetResponse> messages = new ArrayList<>();
        try (Channel channel = channel()) {
            for (GetResponse next = channel.basicGet(queue, false); next != null; next = channel.basicGet(queue, false)) {
                messages.add(next);
            }
        }
        return messages;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        connection.abort(500);
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
        }
    }
}
