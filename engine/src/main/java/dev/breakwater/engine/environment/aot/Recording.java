package dev.breakwater.engine.environment.aot;

import dev.breakwater.engine.environment.program.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The making of one cache in two steps: a JVM records what it loads (written when it ends), another one assembles the cache.
/// In two, because the JVM's own one-step way assembles in a child of its own, which could neither be slowed down nor ended.
///
/// @param scratch folder for what is made on the way
public record Recording(Jvm jvm, Path scratch) {
    /// For the JVM that is watched.
    public List<String> recordFlags() {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration());
    }

    public boolean recorded() {
        return Files.isRegularFile(configuration());
    }

    /// The command that writes [#result()].
    public List<String> assemble() throws IOException {
        return command(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + configuration(), "-XX:AOTCache=" + result()));
    }

    /// The command that ends with 0 if and only if a JVM can use the result.
    public List<String> verify() throws IOException {
        List<String> words = command(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + result()));
        words.add("-version");
        return words;
    }

    public Path result() {
        return scratch.resolve(jvm.name() + ".aot");
    }

    private Path configuration() {
        return scratch.resolve(jvm.name() + ".aotconf");
    }

    private List<String> command(List<String> mode) throws IOException {
        List<String> words = new ArrayList<>(List.of(Jvm.java().toString()));
        words.addAll(jvm.allFlags());
        words.addAll(mode);
        words.addAll(List.of("-cp", jvm.classPath().toString()));
        return words;
    }
}
