package dev.breakwater.engine.environment.broker;

import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.probe.Probe;
import dev.breakwater.engine.environment.probe.RedisProbe;
import dev.breakwater.engine.environment.process.ChildCommand;
import dev.breakwater.engine.environment.process.ChildProcess;
import dev.breakwater.engine.environment.program.Ground;
import dev.breakwater.engine.environment.program.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A Redis, installed or bundled, that has written each command to disk before it answers: nothing acknowledged is lost by `kill -9`.
///
/// A new stream takes a whole node: with Redis' own 4 KiB, the short stream of each order would cost several times what is in it.
///
/// @param server finds the binary; asked at every start
public record RedisServer(BinarySource server, int port, String password, Ground ground) implements Program {
    /// Where the binary comes from.
    @FunctionalInterface
    public interface BinarySource {
        Path get() throws IOException;
    }

    @Override
    public String name() {
        return Addresses.REDIS;
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
        return Duration.ofSeconds(30);
    }

    @Override
    public ChildCommand command() throws IOException {
        Path folder = ground.folderOf(name());
        Path configuration = PrivateFile.write(folder.resolve("redis.conf"), """
                port %d
                bind 127.0.0.1
                requirepass %s
                appendonly yes
                appendfsync always
                save ""
                stream-node-max-bytes 1024
                dir "%s"
                """.formatted(port, password, folder));
        List<String> words = List.of(server.get().toString(), configuration.toString());
        return ground.command(name(), words, ground.variables(name()));
    }

    @Override
    public Probe probe(ChildProcess process) {
        return new RedisProbe(port, password);
    }
}
