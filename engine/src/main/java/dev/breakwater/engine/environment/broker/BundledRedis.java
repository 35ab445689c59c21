package dev.breakwater.engine.environment.broker;

import dev.breakwater.engine.environment.program.Jvm;
import dev.breakwater.engine.environment.program.MissingProgramException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The Redis binaries inside the embedded-redis jar, taken out once into the cache folder. None of the jar's Java is used.
///
/// @param brokers a JVM on whose class path that jar is
/// @param programs folder for the binary
public record BundledRedis(Jvm brokers, Path programs) implements RedisServer.BinarySource {
    private static final String ADVICE = "install Redis on this machine (apt-get install redis-server, brew install redis)";

    @Override
    public Path get() throws IOException {
        Path jar = brokers.classPath().jar("embedded-redis-")
                .orElseThrow(() -> new MissingProgramException("there is no embedded-redis jar beside the brokers", ADVICE));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String name : names(System.getProperty("os.name", ""), System.getProperty("os.arch", ""))) {
                ZipEntry entry = entry(zip, name);
                if (entry == null) continue;
                Path binary = extracted(zip, entry);
                if (runs(binary)) return binary;
            }
        }
        throw new MissingProgramException("none of the bundled Redis binaries runs on this machine", ADVICE);
    }

    /// Ends of names, best first. Linux's amd64 build needs a new glibc and OpenSSL 3; the 386 build needs nothing.
    static List<String> names(String system, String architecture) {
        boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
        if (system.toLowerCase(Locale.ROOT).startsWith("mac")) return List.of(arm ? "darwin-arm64" : "darwin-amd64");
        return arm ? List.of("linux-arm64") : List.of("linux-amd64", "linux-386");
    }

    private static @Nullable ZipEntry entry(ZipFile jar, String end) {
        return jar.stream()
                .map(entry -> (ZipEntry) entry)
                .filter(entry -> entry.getName().endsWith(end))
                .findFirst()
                .orElse(null);
    }

    private Path extracted(ZipFile jar, ZipEntry entry) throws IOException {
        String name = Path.of(entry.getName()).getFileName().toString();
        Path binary = programs.resolve(name + "-%08x".formatted(entry.getCrc()));
        if (Files.isExecutable(binary) && Files.size(binary) == entry.getSize()) return binary;
        Files.createDirectories(programs);
        Path copy = Files.createTempFile(
                programs, name, ".part", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
            return Files.move(copy, binary, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /// False also for a binary that the system cannot even load.
    private static boolean runs(Path binary) {
        try {
            Process version = new ProcessBuilder(binary.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = version.waitFor(5, TimeUnit.SECONDS);
            version.destroyForcibly();
            return ended && version.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
