package dev.breakwater.engine.environment.broker;

import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.probe.AmqpProbe;
import dev.breakwater.engine.environment.probe.MongoProbe;
import dev.breakwater.engine.environment.process.Ports;
import dev.breakwater.engine.environment.program.Credentials;
import dev.breakwater.engine.environment.program.Ground;
import dev.breakwater.engine.environment.program.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The three brokers of a run: for each the installed one, where that is allowed and there is one, else the embedded one.
public final class Brokers {
    private final EmbeddedJvms jvms;
    private final Path programsFolder;
    private final Ground ground;
    private final Ports ports;
    private final Function<String, Optional<Path>> installed;
    private final Credentials credentials = Credentials.generate();
    private final List<Program> programs = new ArrayList<>();
    private final Map<String, URI> uris = new HashMap<>();

    /// @param programsFolder for binaries taken out of jars
    /// @param installed program → where it is; answers nothing when only embedded brokers are wanted
    public Brokers(
            EmbeddedJvms jvms, Path programsFolder, Ground ground, Ports ports, Function<String, Optional<Path>> installed)
            throws IOException {
        this.jvms = jvms;
        this.programsFolder = programsFolder;
        this.ground = ground;
        this.ports = ports;
        this.installed = installed;
        programs.add(rabbit());
        programs.add(redis());
        programs.add(mongo());
    }

    /// What takes longest to start comes first.
    public List<Program> programs() {
        return List.copyOf(programs);
    }

    /// Name → address with credentials.
    public Map<String, URI> uris() {
        return Map.copyOf(uris);
    }

    private Program rabbit() throws IOException {
        int port = ports.reserve();
        URI uri = uri(Addresses.RABBITMQ, "amqp://%s:%s@127.0.0.1:%d".formatted(credentials.user(), credentials.password(), port));
        Optional<Path> server = installed.apply("rabbitmq-server");
        Optional<Path> epmd = installed.apply("epmd");
        if (server.isPresent() && epmd.isPresent()) {
            RabbitServer.PortsOfNode at = new RabbitServer.PortsOfNode(port, ports.reserve(), ports.reserve());
            return new RabbitServer(server.get(), epmd.get(), at, credentials, uri, ground);
        }
        return new EmbeddedBroker(
                Addresses.RABBITMQ, EmbeddedJvms.RABBIT_MAIN, port, credentials, new AmqpProbe(uri), jvms.rabbit(), ground, "");
    }

    private Program redis() throws IOException {
        int port = ports.reserve();
        uri(Addresses.REDIS, "redis://:%s@127.0.0.1:%d".formatted(credentials.password(), port));
        RedisServer.BinarySource bundled = new BundledRedis(jvms.rabbit(), programsFolder);
        RedisServer.BinarySource source = installed.apply("redis-server").<RedisServer.BinarySource>map(file -> () -> file).orElse(bundled);
        return new RedisServer(source, port, credentials.password(), ground);
    }

    private Program mongo() throws IOException {
        int port = ports.reserve();
        Optional<Path> server = installed.apply("mongod");
        if (server.isEmpty()) {
            uri(Addresses.MONGODB, "mongodb://127.0.0.1:%d/".formatted(port));
            String note = "in memory, without credentials; when it is killed the read model is built anew from the events";
            return new EmbeddedBroker(
                    Addresses.MONGODB, EmbeddedJvms.MONGO_MAIN, port, credentials, new MongoProbe(port), jvms.mongo(), ground, note);
        }
        URI uri = uri(Addresses.MONGODB, "mongodb://%s:%s@127.0.0.1:%d/?authSource=admin"
                .formatted(credentials.user(), credentials.password(), port));
        return new MongoDaemon(server.get(), port, credentials, uri, ground);
    }

    private URI uri(String name, String text) {
        URI uri = URI.create(text);
        uris.put(name, uri);
        return uri;
    }
}
