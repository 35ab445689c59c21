package dev.breakwater.engine.link.bench;

import dev.breakwater.engine.link.Links;
import dev.breakwater.engine.model.topology.LinkId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How fast a link is: Redis directly, through HAProxy, through a link, and through a proxy on virtual threads, in turn and many times
/// over, so that a noisy moment hits all of them; ratios are of the same round. Needs redis-server, redis-benchmark and haproxy.
/// Arguments: rounds (15), thousands of requests a measurement (20).
public final class LinkBenchmark {
    private static final int WARMUP_ROUNDS = 2;

    /// Where the load goes, and whose processor time counts.
    private record Way(int port, ProcessHandle proxy) {}

    private LinkBenchmark() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        int requests = 1000 * (args.length > 1 ? Integer.parseInt(args[1]) : 20);
        Path folder = Files.createTempDirectory("link-benchmark");
        try (Child redis = Child.redis(folder);
                Child haproxy = Child.haproxy(folder, redis.port());
                VirtualThreadProxy virtual = new VirtualThreadProxy(redis.port());
                Links links = new Links(1)) {
            InetSocketAddress upstream = new InetSocketAddress(Child.HERE, redis.port());
            Map<String, Way> ways = new LinkedHashMap<>();
            ways.put(Comparison.DIRECT, new Way(redis.port(), redis.process().toHandle()));
            ways.put(Comparison.HAPROXY, new Way(haproxy.port(), haproxy.process().toHandle()));
            int linkPort = links.open(new LinkId("client", "redis"), upstream).listenAddress().getPort();
            ways.put("link", new Way(linkPort, ProcessHandle.current()));
            ways.put("virtual", new Way(virtual.port(), ProcessHandle.current()));
            Comparison.printHead();
            for (int connections : new int[] {1, 64}) {
                for (int bytes : new int[] {256, 64 * 1024}) {
                    for (String command : List.of("set", "get")) {
                        int count = requests / (connections == 1 ? 2 : 1) / (bytes > 256 ? 4 : 1);
                        RedisLoad load = new RedisLoad(command, connections, bytes, count);
                        measure(ways, rounds, load).print();
                    }
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static Comparison measure(Map<String, Way> ways, int rounds, RedisLoad load)
            throws IOException, InterruptedException {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        for (int round = -WARMUP_ROUNDS; round < rounds; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                Figure figure = measure(way.getValue(), load);
                if (round >= 0) {
                    figures.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).add(figure);
                }
            }
        }
        return new Comparison(load, figures);
    }

    private static Figure measure(Way way, RedisLoad load) throws IOException, InterruptedException {
        return load.run(way.port, () -> way.proxy.info().totalCpuDuration().orElse(Duration.ZERO));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
