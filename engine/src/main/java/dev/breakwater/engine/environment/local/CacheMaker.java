package dev.breakwater.engine.environment.local;

import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.environment.folder.CacheFolder;
import dev.breakwater.engine.environment.program.Jvm;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the AOT caches that are missing, as a process of its own with the lowest priority: a first run is not delayed by it, and however
/// short that run was, the second one starts fast. It ends by itself within minutes; of several, one works and the others end at once.
public final class CacheMaker {
    private static final Logger LOG = LoggerFactory.getLogger(CacheMaker.class);
    private static final String LOCK = "lock";

    private CacheMaker() {}

    /// @param arguments the folder of Breakwater
    public static void main(String[] arguments) throws IOException, StartFailedException, InterruptedException {
        LocalSettings settings = LocalSettings.embedded(Path.of(arguments[0]), InstantSource.system());
        Path folder = Files.createDirectories(settings.cache().aot());
        try (FileChannel file = open(folder);
                FileLock lock = file.tryLock()) {
            if (lock != null) new CacheTraining(settings).run();
        }
    }

    /// Whether one is at work on this machine for this user.
    public static boolean works(CacheFolder cache) {
        if (!Files.exists(cache.aot().resolve(LOCK))) return false;
        try (FileChannel file = open(cache.aot());
                FileLock lock = file.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            return false; // who cannot lock there cannot make caches there
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /// Starts it, and does not wait.
    static void launch(Path home) {
        List<String> words = new ArrayList<>(Manner.LAST);
        words.add(Jvm.java().toString());
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "--enable-native-access=ALL-UNNAMED"));
        words.addAll(List.of("-cp", absolute(System.getProperty("java.class.path", "")), CacheMaker.class.getName(), home.toString()));
        try {
            new ProcessBuilder(words)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.info("no AOT caches are made, starts stay slower: {}", e.getMessage());
        }
    }

    private static String absolute(String classPath) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(classPath)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
