package dev.breakwater.engine.environment;

import dev.breakwater.engine.model.run.PartView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// Brokers and services of one run. It can start all of them, and runs those that are wanted. Owns all that it starts; closing ends it in
/// reverse order.
public interface Environment extends AutoCloseable {
    /// As on the command line: `local`, `embedded`.
    String name();

    Addresses addresses();

    /// Ends the parts that are not wanted, starts those that do not run yet, and returns when all that are wanted are ready: a real
    /// handshake or query has been answered. Those that run already are told again, and left alone. One call at a time.
    ///
    /// @param wanted names of brokers and services
    /// @param variables a service's environment variables, asked for at each start of its process; any thread
    /// @param progress hears of every change of every part, also after the start; any thread
    /// @param log hears every line (part, text) that a process writes; any thread
    /// @throws StartFailedException when a part did not come up; all others have been stopped then
    void start(Set<String> wanted, Function<String, Map<String, String>> variables, Consumer<PartView> progress,
            BiConsumer<String, String> log) throws StartFailedException, InterruptedException;

    /// Those that are wanted.
    List<Part> parts();

    @Override
    void close();
}
