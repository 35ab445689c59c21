package dev.breakwater.engine.environment;

import dev.breakwater.engine.model.run.PartView;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Brokers and services of one run. Owns all that it starts; closing ends it in reverse order.
public interface Environment extends AutoCloseable {
    /// As on the command line: `local`, `embedded`.
    String name();

    Addresses addresses();

    /// Starts every part and returns when all are ready: a real handshake or query has been answered.
    ///
    /// @param variables per service: its environment variables
    /// @param progress hears of every change of every part, also after the start; any thread
    /// @param log hears every line (part, text) that a process writes; any thread
    /// @throws StartFailedException when a part did not come up; all others have been stopped then
    void start(Map<String, Map<String, String>> variables, Consumer<PartView> progress, BiConsumer<String, String> log)
            throws StartFailedException, InterruptedException;

    List<Part> parts();

    @Override
    void close();
}
