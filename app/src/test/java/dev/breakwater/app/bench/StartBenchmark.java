package dev.breakwater.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How long the lab takes to its first real message, beside how long an installed RabbitMQ alone takes to its first answer; both in turn.
/// `StartBenchmark <folder of Breakwater> <rounds>`; needs `rabbitmq-server`, a built checkout and its AOT caches.
public final class StartBenchmark {
    private static final Pattern FIRST_MESSAGE = Pattern.compile("\"firstMessageMillis\" : (\\d+)");
    private static final Pattern PART = Pattern.compile("\"([a-z-]+)\" : (\\d+)");
    private static final long RABBIT_TAKES_MILLIS = 60_000;
    /// Debian's command of that name on PATH changes to another user first, who could not write here.
    private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private StartBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]).toAbsolutePath().normalize();
        int rounds = Integer.parseInt(arguments[1]);
        List<Double> rabbits = new ArrayList<>();
        List<Double> labs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double rabbit = rabbitMillis();
            double lab = labMillis(home);
            rabbits.add(rabbit);
            labs.add(lab);
            ratios.add(lab / rabbit);
            System.out.printf(Locale.ROOT, "rabbitmq-server %.0f ms, first message %.0f ms, ratio %.2f%n", rabbit, lab, lab / rabbit);
        }
        System.out.printf("rabbitmq-server to its first answer: %s ms%nlab to its first message: %s ms%nratio: %s%n",
                spread(rabbits, 0), spread(labs, 0), spread(ratios, 2));
    }

    private static String spread(List<Double> values, int digits) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        String number = "%." + digits + "f";
        return String.format(Locale.ROOT, number + " (" + number + " to " + number + ")", sorted[sorted.length / 2], sorted[0],
                sorted[sorted.length - 1]);
    }

    private static double labMillis(Path home) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(home.resolve("breakwater").toString(), "run", "order-saga", "--environment", "embedded",
                "--for", "1s", "--json").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String report = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        run.waitFor();
        Matcher first = FIRST_MESSAGE.matcher(report);
        if (!first.find()) {
            throw new IOException("no first message: " + report);
        }
        int parts = report.indexOf("\"parts\"");
        StringBuilder told = new StringBuilder("  ");
        Matcher part = PART.matcher(report.substring(parts, report.indexOf('}', parts)));
        while (part.find()) {
            told.append(part.group(1)).append(' ').append(part.group(2)).append("  ");
        }
        System.out.println(told);
        return Double.parseDouble(first.group(1));
    }

    private static double rabbitMillis() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("start-benchmark");
        int amqp = freePort();
        String names = String.valueOf(freePort());
        Map<String, String> variables = Map.of("RABBITMQ_NODENAME", "bench@localhost", "RABBITMQ_NODE_PORT", String.valueOf(amqp),
                "RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1", "RABBITMQ_DIST_PORT", String.valueOf(freePort()), "ERL_EPMD_PORT", names,
                "RABBITMQ_MNESIA_BASE", folder.resolve("data").toString(), "RABBITMQ_LOG_BASE", folder.resolve("log").toString(),
                "RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("plugins").toString(), "HOME", folder.toString());
        ProcessBuilder command = new ProcessBuilder(Files.exists(SERVER) ? SERVER.toString() : "rabbitmq-server").redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        command.environment().putAll(variables);
        long begin = System.nanoTime();
        Process nameServer = new ProcessBuilder("epmd", "-address", "127.0.0.1", "-port", names).start();
        Process server = command.start();
        try {
            awaitAmqp(amqp, begin);
            return (System.nanoTime() - begin) / 1e6;
        } finally {
            Stream.concat(server.descendants(), Stream.of(server.toHandle())).forEach(ProcessHandle::destroyForcibly);
            server.waitFor(10, TimeUnit.SECONDS);
            nameServer.destroyForcibly().waitFor();
            delete(folder);
        }
    }

    /// The greeting of AMQP 0-9-1 is answered by a broker that is ready, and by nobody else.
    private static void awaitAmqp(int port, long begin) throws IOException, InterruptedException {
        byte[] greeting = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
        while (System.nanoTime() - begin < TimeUnit.MILLISECONDS.toNanos(RABBIT_TAKES_MILLIS)) {
            try (Socket socket = new Socket(LOOPBACK, port)) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write(greeting);
                if (socket.getInputStream().read() == 1) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(10);
            }
        }
        throw new IOException("rabbitmq-server gave no answer within " + RABBIT_TAKES_MILLIS + " ms");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
