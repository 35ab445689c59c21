package dev.breakwater.app.cli;

import dev.breakwater.engine.environment.broker.Installed;
import dev.breakwater.engine.environment.folder.CacheFolder;
import dev.breakwater.engine.environment.folder.Leftover;
import dev.breakwater.engine.environment.folder.Leftovers;
import dev.breakwater.engine.environment.local.CacheMaker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks at the machine; changes nothing, unless it is told to remove leftovers.
final class Examination {
    private static final long ENOUGH_FREE_BYTES = 500L << 20;

    private final Map<String, String> variables;
    private final Path home;

    /// @param variables those of the user's shell
    Examination(Map<String, String> variables, Path home) {
        this.variables = Map.copyOf(variables);
        this.home = home;
    }

    List<Finding> findings(boolean clean) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fine("java", "%s, %s".formatted(Runtime.version(), System.getProperty("java.home"))));
        findings.add(built("services", "services/shop/target"));
        findings.add(built("embedded brokers", "services/brokers/target"));
        findings.add(broker("rabbitmq", "rabbitmq-server", "Qpid Broker-J with RabbitMQ's dialect"));
        findings.add(broker("redis", "redis-server", "the bundled Redis 6.2"));
        findings.add(broker("mongodb", "mongod", "mongo-java-server; no transactions, keeps data in memory"));
        findings.add(ports());
        findings.add(disk());
        findings.add(display());
        findings.add(leftovers(clean));
        findings.add(caches());
        return findings;
    }

    private Finding built(String name, String folder) {
        Path target = home.resolve(folder);
        return jars(target) > 0 && jars(target.resolve("lib")) > 0 ? Finding.fine(name, "built, in " + target)
                : Finding.missing(name, "not built", "Run mvn -q -DskipTests package in " + home.toAbsolutePath().normalize());
    }

    private static long jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).count();
        } catch (IOException notThere) {
            return 0;
        }
    }

    private Finding broker(String name, String program, String otherwise) {
        Optional<Path> found = Installed.find(program, variables.getOrDefault("PATH", ""));
        return found.map(path -> Finding.fine(name, "installed: " + path))
                .orElseGet(() -> Finding.fine(name, "not installed: embedded, " + otherwise));
    }

    private static Finding ports() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return Finding.fine("ports", "free ports on 127.0.0.1, such as " + socket.getLocalPort());
        } catch (IOException none) {
            return Finding.missing("ports", "no port on 127.0.0.1: " + none.getMessage(), "Look at what keeps all ports, or forbids them.");
        }
    }

    private static Finding disk() {
        Path root = CacheFolder.ofUser().root();
        Path there = root;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String detail = "%,d MB free for %s".formatted(free >> 20, root);
            if (!Files.isWritable(there)) {
                return Finding.missing("disk", there + " cannot be written", "Allow it, or set XDG_CACHE_HOME to another folder.");
            }
            return free >= ENOUGH_FREE_BYTES ? Finding.fine("disk", detail)
                    : Finding.note("disk", detail, "Make room, or set XDG_CACHE_HOME to a folder on another disk.");
        } catch (IOException unknown) {
            return Finding.note("disk", "unknown: " + unknown.getMessage(), "");
        }
    }

    private Finding display() {
        return Display.reachable(variables, System.getProperty("os.name", "")) ? Finding.fine("display", Display.name(variables))
                : Finding.note("display", "none", "The window needs one; run, up and the terminal table do without.");
    }

    private static Finding leftovers(boolean clean) {
        try {
            CacheFolder cache = CacheFolder.ofUser();
            List<Leftover> found = clean ? Leftovers.sweep(cache) : Leftovers.find(cache);
            if (found.isEmpty()) {
                return Finding.fine("leftovers", "none");
            }
            int processes = found.stream().mapToInt(leftover -> leftover.processes().size()).sum();
            String detail = "%d killed labs: %d processes, %d folders".formatted(
                    found.size(), processes, found.stream().mapToInt(leftover -> leftover.folders().size()).sum());
            return clean ? Finding.fine("leftovers", "removed: " + detail)
                    : Finding.note("leftovers", detail, "The next start removes them; breakwater doctor --clean does it now.");
        } catch (IOException unreadable) {
            return Finding.note("leftovers", "cannot be looked for: " + unreadable.getMessage(), "");
        }
    }

    private static Finding caches() {
        Path folder = CacheFolder.ofUser().aot();
        if (CacheMaker.works(CacheFolder.ofUser())) {
            return Finding.note("AOT caches", "are being made, with low priority", "That takes a minute or two; starts are faster then.");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            return Finding.fine("AOT caches", "%d MB in %s; once deleted, the next run makes them again".formatted(bytes >> 20, folder));
        } catch (IOException none) {
            return Finding.note("AOT caches", "none yet", "The first run makes them in the background; later ones start faster.");
        }
    }
}
