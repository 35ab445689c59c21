package dev.breakwater.engine.environment.broker;

import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.probe.MongoLogin;
import dev.breakwater.engine.environment.probe.Probe;
import dev.breakwater.engine.environment.process.ChildCommand;
import dev.breakwater.engine.environment.process.ChildProcess;
import dev.breakwater.engine.environment.program.Credentials;
import dev.breakwater.engine.environment.program.Ground;
import dev.breakwater.engine.environment.program.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The machine's `mongod`, with a user of its own.
///
/// @param uri with the credentials
public record MongoDaemon(Path server, int port, Credentials credentials, URI uri, Ground ground) implements Program {
    @Override
    public String name() {
        return Addresses.MONGODB;
    }

    @Override
    public boolean broker() {
        return true;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    @Override
    public ChildCommand command() throws IOException {
        Path folder = ground.folderOf(name());
        Path data = Files.createDirectories(folder.resolve("data"));
        List<String> words = List.of(
                server.toString(), "--auth", "--bind_ip", "127.0.0.1", "--port", String.valueOf(port), "--dbpath", data.toString(),
                "--nounixsocket", "--wiredTigerCacheSizeGB", "0.25");
        return ground.command(name(), words, ground.variables(name()));
    }

    @Override
    public Probe probe(ChildProcess process) {
        return new MongoLogin(uri, credentials.user(), credentials.password());
    }
}
