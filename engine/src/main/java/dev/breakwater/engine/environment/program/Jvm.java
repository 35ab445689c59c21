package dev.breakwater.engine.environment.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A kind of JVM of the run: class path and flags. Every process of one kind can share one AOT cache.
///
/// @param name of the kind; names its cache
/// @param module folder of the Maven module whose packaged jars it runs
/// @param flags after the common ones
public record Jvm(String name, Path module, List<String> flags) {
    /// Measured with seven services on two cores: a small heap, one collector thread and the first compiler alone start fastest and take
    /// the least memory. A heap that keeps little free, and native memory that is given back every 5 s, save more of it. Without
    /// relocation the cache's pages are shared. AOT warnings would go to standard output: errors only.
    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:-UsePerfData",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=25",
            "-XX:TrimNativeHeapInterval=5000",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--sun-misc-unsafe-memory-access=allow", // protobuf and netty use it; the JVM would warn in every log
            "-Dfile.encoding=UTF-8",
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.awt.headless=true");

    public Jvm {
        flags = List.copyOf(flags);
    }

    /// @throws MissingProgramException when the module has not been built
    public ClassPath classPath() throws IOException {
        return ClassPath.ofModule(module);
    }

    /// All flags, in order: what a cache depends on.
    public List<String> allFlags() {
        List<String> all = new ArrayList<>(COMMON);
        all.addAll(flags);
        return all;
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /// @param more further flags, such as those that use or make an AOT cache
    public List<String> command(String mainClass, List<String> more) throws IOException {
        List<String> words = new ArrayList<>(List.of(java().toString()));
        words.addAll(allFlags());
        words.addAll(more);
        words.addAll(List.of("-cp", classPath().toString(), mainClass));
        return words;
    }
}
