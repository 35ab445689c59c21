package dev.breakwater.engine.environment.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a child process runs.
///
/// @param variables its whole environment: nothing is inherited
/// @param folder its working folder; exists
public record ChildCommand(List<String> words, Map<String, String> variables, Path folder) {
    public ChildCommand {
        if (words.isEmpty()) throw new IllegalArgumentException("a command needs a program");
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }
}
