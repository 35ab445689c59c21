package dev.breakwater.engine.environment.local;

import dev.breakwater.engine.environment.folder.CacheFolder;
import dev.breakwater.engine.environment.program.Jvm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// A shop of tiny services, packed as Maven would pack a module, and settings to run it.
final class TinyShop {
    static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("breakwater.home"), "breakwater.home"));

    private TinyShop() {}

    /// @param root under which the cache folder and the shop's module are made
    static LocalSettings settings(Path root, boolean useInstalled, String... services) throws IOException {
        return new LocalSettings(
                useInstalled ? LocalSettings.LOCAL : LocalSettings.EMBEDDED,
                HOME,
                new CacheFolder(root.resolve("cache")),
                useInstalled,
                Stream.of(services).map(name -> new ServiceKind(name, TinyService.class.getName(), false)).toList(),
                new Jvm("tiny", packed(root.resolve("shop")), List.of("-Xmx32m")),
                TinyTraining.class.getName(),
                System.getenv(),
                InstantSource.system());
    }

    private static Path packed(Path module) throws IOException {
        Files.createDirectories(module.resolve("target/lib"));
        jar(module.resolve("target/tiny.jar"));
        jar(module.resolve("target/lib/library.jar"));
        return module;
    }

    private static void jar(Path file) throws IOException {
        try (OutputStream output = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(output)) {
            for (Class<?> type : List.of(TinyService.class, TinyTraining.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream content = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))) {
                    content.transferTo(jar);
                }
            }
        }
    }
}
