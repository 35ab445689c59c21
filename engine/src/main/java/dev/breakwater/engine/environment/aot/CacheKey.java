package dev.breakwater.engine.environment.aot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakwater.engine.environment.program.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What an AOT cache depends on, as one short word: the JDK, the flags, and name, size and time of each jar. Of these the JVM itself
/// checks all but the last two thoroughly; it refuses a cache that does not fit.
final class CacheKey {
    private static final int SHOWN_BYTES = 8;

    private CacheKey() {}

    static String of(Jvm jvm) throws IOException {
        StringBuilder all = new StringBuilder(System.getProperty("java.vm.version", "")).append(Jvm.java()).append('\n');
        jvm.allFlags().forEach(flag -> all.append(flag).append('\n'));
        for (Path jar : jvm.classPath().jars())
            all.append(jar).append(' ').append(Files.size(jar)).append(' ').append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
        return hash(all.toString());
    }

    /// Tells the checkouts on one machine apart.
    static String place(Jvm jvm) {
        return hash(jvm.module().toAbsolutePath().toString());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
