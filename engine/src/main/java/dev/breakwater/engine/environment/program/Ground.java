package dev.breakwater.engine.environment.program;

import dev.breakwater.contract.Variables;
import dev.breakwater.engine.environment.folder.RunFolder;
import dev.breakwater.engine.environment.process.ChildCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What every program of one run stands on: the run's folder, the variables that all its processes get, the AOT caches.
///
/// @param inherited the lab's own variables, of which only a few are passed on
/// @param jvmFlags further flags for a JVM, looked up at every start: those that use or make an AOT cache
/// @param before words that stand before each command: `nice`
public record Ground(
        RunFolder folder, Map<String, String> inherited, Function<Jvm, List<String>> jvmFlags, List<String> before) {
    /// `JAVA_TOOL_OPTIONS` and the like would spoil caches and ready lines; `OTEL_…` would send the user's telemetry elsewhere.
    private static final List<String> PASSED_ON = List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH");

    public Ground {
        inherited = Map.copyOf(inherited);
        before = List.copyOf(before);
    }

    public Path folderOf(String part) throws IOException {
        return folder.of(part);
    }

    /// A JVM of this run, as the part of that name.
    public ChildCommand jvm(String part, Jvm jvm, String mainClass, Map<String, String> variables) throws IOException {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(variables(part));
        List<String> flags = new ArrayList<>(jvmFlags.apply(jvm));
        flags.add("-Djava.io.tmpdir=" + folderOf(part));
        return command(part, jvm.command(mainClass, flags), all);
    }

    /// A native program of this run.
    public ChildCommand command(String part, List<String> words, Map<String, String> variables) throws IOException {
        List<String> all = new ArrayList<>(before);
        all.addAll(words);
        return new ChildCommand(all, variables, folderOf(part));
    }

    /// With the run mark and the lab's pid.
    public Map<String, String> variables(String part) throws IOException {
        Map<String, String> variables = new HashMap<>();
        for (String name : PASSED_ON) if (inherited.containsKey(name)) variables.put(name, inherited.get(name));
        variables.put("TMPDIR", folderOf(part).toString());
        variables.put(Variables.RUN_MARK, folder.id().toString());
        variables.put(Variables.PARENT_PID, String.valueOf(ProcessHandle.current().pid()));
        return variables;
    }
}
