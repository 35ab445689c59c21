package dev.breakwater.engine.environment.local;

import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.Environment;
import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.environment.aot.AotCaches;
import dev.breakwater.engine.environment.broker.Brokers;
import dev.breakwater.engine.environment.broker.EmbeddedJvms;
import dev.breakwater.engine.environment.broker.Installed;
import dev.breakwater.engine.environment.folder.RunFolder;
import dev.breakwater.engine.environment.process.Ports;
import dev.breakwater.engine.environment.program.Ground;
import dev.breakwater.engine.environment.program.Program;
import dev.breakwater.engine.environment.program.ServiceProgram;
import dev.breakwater.engine.model.run.PartView;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brokers and services as processes of this machine, each under guard, with ports on 127.0.0.1 and a private folder.
///
/// After a start that failed everything is stopped; to try again, open another environment: it takes other ports.
public final class LocalEnvironment implements Environment {
    private static final Logger LOG = LoggerFactory.getLogger(LocalEnvironment.class);
    private static final String RUN_FOLDER = "the run folder";

    private final LocalSettings settings;
    private final Manner manner;
    private final RunFolder folder;
    private final Ground ground;
    private final Ports ports;
    private final Brokers brokers;
    private final Addresses addresses;
    private final CacheOrder caches;
    private volatile List<LocalPart> parts = List.of();
    /// Parts that are not wanted any more: they end while the others start.
    private volatile CompletableFuture<Void> leaving = CompletableFuture.completedFuture(null);
    private volatile boolean closing;
    private boolean closed;

    private LocalEnvironment(LocalSettings settings, Manner manner, RunFolder folder, Ports ports) throws IOException {
        this.settings = settings;
        this.manner = manner;
        this.folder = folder;
        this.ports = ports;
        this.caches = new CacheOrder(settings);
        this.ground = new Ground(folder, settings.variables(), manner.jvmFlags(), manner.before());
        this.brokers = new Brokers(
                new EmbeddedJvms(settings.home()), settings.cache().programs(), ground, ports, this::installed);
        this.addresses = new Addresses(brokers.uris(), reserve(settings.services()));
    }

    /// Takes ports and makes the run's folder; starts nothing.
    public static LocalEnvironment open(LocalSettings settings) throws StartFailedException {
        return open(settings, Manner.usual(new AotCaches(settings.cache().aot())));
    }

    static LocalEnvironment open(LocalSettings settings, Manner manner) throws StartFailedException {
        SecureRandom random = new SecureRandom();
        try {
            RunFolder folder = RunFolder.create(settings.cache(), random);
            Ports ports = new Ports(random);
            try {
                return new LocalEnvironment(settings, manner, folder, ports);
            } catch (IOException | RuntimeException e) {
                ports.close();
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw Diagnosis.unable(RUN_FOLDER, e);
        }
    }

    private Optional<Path> installed(String program) {
        return settings.useInstalled()
                ? Installed.find(program, settings.variables().getOrDefault("PATH", ""))
                : Optional.empty();
    }

    private Map<String, Addresses.Ports> reserve(List<ServiceKind> services) throws IOException {
        Map<String, Addresses.Ports> reserved = new HashMap<>();
        for (ServiceKind service : services) {
            OptionalInt grpc = service.grpc() ? OptionalInt.of(ports.reserve()) : OptionalInt.empty();
            reserved.put(service.name(), new Addresses.Ports(ports.reserve(), grpc, ports.reserve()));
        }
        return reserved;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Addresses addresses() {
        return addresses;
    }

    @Override
    public void start(Set<String> wanted, Function<String, Map<String, String>> variables, Consumer<PartView> progress,
            BiConsumer<String, String> log) throws StartFailedException, InterruptedException {
        leaving.join(); // their ports may be wanted again
        List<LocalPart> before = parts;
        List<LocalPart> kept = before.stream().filter(part -> wanted.contains(part.name()) && part.alive()).toList();
        Set<String> known = kept.stream().map(LocalPart::name).collect(Collectors.toSet());
        List<LocalPart> missing = programs(variables).stream()
                .filter(program -> wanted.contains(program.name()) && !known.contains(program.name()))
                .map(program -> part(program, progress, log))
                .toList();
        parts = Stream.concat(kept.stream(), missing.stream()).toList();
        kept.forEach(LocalPart::tellAgain);
        try {
            if (closing) throw new InterruptedException("the run is being closed");
            leaving = CompletableFuture.runAsync(() -> closeAll(before.stream().filter(part -> !kept.contains(part)), false),
                    Thread::startVirtualThread);
            missing.forEach(LocalPart::releasePorts);
            new StartSequence(missing).run();
            if (manner.makesCaches()) caches.started();
        } catch (StartFailedException e) {
            if (kept.isEmpty()) {
                kill();
            } else {
                parts = kept;
                closeAll(missing.stream(), true);
            }
            throw e;
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    /// Starts every part there is.
    void start(Map<String, Map<String, String>> variables, Consumer<PartView> progress, BiConsumer<String, String> log)
            throws StartFailedException, InterruptedException {
        Set<String> all = programs(_ -> Map.of()).stream().map(Program::name).collect(Collectors.toSet());
        start(all, service -> variables.getOrDefault(service, Map.of()), progress, log);
    }

    /// Between the brokers comes the service that clients call first, so that the first message does not wait for what takes long.
    private List<Program> programs(Function<String, Map<String, String>> variables) {
        List<Program> programs = new ArrayList<>(brokers.programs());
        List<Program> services = settings.services().stream().map(service -> program(service, variables)).toList();
        programs.addAll(services);
        if (!services.isEmpty()) {
            programs.remove(services.getFirst());
            programs.add(1, services.getFirst());
        }
        return programs;
    }

    private LocalPart part(Program program, Consumer<PartView> progress, BiConsumer<String, String> log) {
        PartReport report = new PartReport(program, settings.clock(), progress);
        return new LocalPart(program, folder, report, line -> log.accept(program.name(), line), ports, manner.endTakes());
    }

    private Program program(ServiceKind service, Function<String, Map<String, String>> variables) {
        Addresses.Ports at = addresses.services().get(service.name());
        if (at == null) throw new IllegalStateException("no ports were reserved for " + service.name());
        return new ServiceProgram(service.name(), service.mainClass(), at, () -> variables.apply(service.name()),
                settings.serviceJvm(), ground);
    }

    @Override
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /// Services first, then brokers; each kind at once. A second caller waits for the first.
    @Override
    public void close() {
        end(false);
    }

    /// Closes without asking anybody to end first, also while [#close()] does.
    void kill() {
        closing = true;
        parts.forEach(part -> {
            part.closing();
            part.kill();
        });
        end(true);
    }

    private void end(boolean atOnce) {
        closing = true;
        synchronized (this) {
            if (closed) return;
            closed = true;
            caches.close();
            ports.close();
            leaving.join();
            closeAll(parts.stream().filter(part -> !part.broker()), atOnce);
            closeAll(parts.stream().filter(LocalPart::broker), atOnce);
            try {
                folder.close();
            } catch (IOException e) {
                LOG.warn("the folder of this run could not be deleted; the next start does it", e);
            }
        }
    }

    private static void closeAll(Stream<LocalPart> some, boolean atOnce) {
        CompletableFuture.allOf(some.map(part -> CompletableFuture.runAsync(() -> part.close(atOnce), Thread::startVirtualThread))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }
}
