package dev.breakwater.engine.link.bench;

import dev.breakwater.engine.link.Link;
import dev.breakwater.engine.link.Links;
import dev.breakwater.engine.model.topology.LinkId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How fast a link is, by redis-benchmark: directly, through HAProxy, through our proxy, and through one on virtual threads, in turn
/// and several times over, so that a noisy moment hits all of them. Arguments: rounds (default 9), requests a measurement in
/// thousands at 256 B (default 40).
public final class LinkBenchmark {
    private static final String LINK = "link";
    private static final String HAPROXY = "haproxy";
    private static final String DIRECT = "direct";
    private static final String VIRTUAL = "virtual";

    private LinkBenchmark() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
        int thousands = args.length > 1 ? Integer.parseInt(args[1]) : 40;
        Path folder = Files.createTempDirectory("link-benchmark");
        try (Child redis = Child.redis(folder);
                Child haproxy = Child.haproxy(folder, redis.port());
                VirtualThreadProxy virtual = new VirtualThreadProxy(redis.port());
                Links links = new Links(1)) {
            Link link = links.open(new LinkId("client", "redis"), new InetSocketAddress("127.0.0.1", redis.port()));
            Map<String, Integer> ports = new LinkedHashMap<>();
            ports.put(DIRECT, redis.port());
            ports.put(HAPROXY, haproxy.port());
            ports.put(LINK, link.listenAddress().getPort());
            ports.put(VIRTUAL, virtual.port());
            for (int connections : new int[] {1, 64}) {
                for (int bytes : new int[] {256, 65536}) {
                    measure(ports, rounds, connections, bytes, thousands * (bytes > 1000 ? 250 : 1000) / (connections == 1 ? 2 : 1));
                }
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void measure(Map<String, Integer> ports, int rounds, int connections, int bytes, int requests) throws Exception {
        for (String command : List.of("set", "get")) {
            Map<String, List<double[]>> all = new LinkedHashMap<>();
            for (int round = -1; round < rounds; round++) {
                for (var e : ports.entrySet()) {
                    double[] one = run(e.getValue(), command, connections, bytes, requests);
                    if (round >= 0) {
                        all.computeIfAbsent(e.getKey(), _ -> new ArrayList<>()).add(one);
                    }
                }
            }
            System.out.printf("%s %d B, %d connections, %d requests x %d%n", command, bytes, connections, requests, rounds);
            for (var e : all.entrySet()) {
                List<Double> ratio = new ArrayList<>();
                List<Double> added = new ArrayList<>();
                List<Double> rps = new ArrayList<>();
                List<Double> p50 = new ArrayList<>();
                for (int i = 0; i < rounds; i++) {
                    double[] mine = e.getValue().get(i);
                    double[] h = all.get(HAPROXY).get(i);
                    double[] d = all.get(DIRECT).get(i);
                    rps.add(mine[0]);
                    p50.add(mine[1] * 1000);
                    ratio.add(mine[0] / h[0]);
                    added.add((mine[1] - d[1]) / (h[1] - d[1]));
                }
                System.out.printf("  %-8s rps %s  p50us %s  rps/haproxy %s  added/haproxy %s%n", e.getKey(), spread(rps, "%.0f"), spread(p50, "%.0f"),
                        spread(ratio, "%.2f"), spread(added, "%.2f"));
            }
        }
    }

    private static String spread(List<Double> values, String format) {
        List<Double> s = values.stream().sorted().toList();
        return (format + " (" + format + "–" + format + ")").formatted(s.get(s.size() / 2), s.get(s.size() / 4), s.get(s.size() * 3 / 4));
    }

    private static double[] run(int port, String command, int connections, int bytes, int requests) throws IOException, InterruptedException {
        Process p = new ProcessBuilder("redis-benchmark", "-h", "127.0.0.1", "-p", "" + port, "-c", "" + connections, "-n", "" + requests, "-d",
                "" + bytes, "-t", command, "--csv").redirectErrorStream(true).start();
        List<String> lines = new String(p.getInputStream().readAllBytes()).lines().toList();
        p.waitFor();
        String[] f = lines.get(lines.size() - 1).replace("\"", "").split(",");
        return new double[] {Double.parseDouble(f[1]), Double.parseDouble(f[4])};
    }
}
