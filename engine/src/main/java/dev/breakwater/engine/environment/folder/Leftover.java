package dev.breakwater.engine.environment.folder;

import java.nio.file.Path;
import java.util.List;

/// What one dead lab left behind.
///
/// @param folders its run folder and lock, as far as they are still there
public record Leftover(String run, List<ProcessHandle> processes, List<Path> folders) {
    public Leftover {
        processes = List.copyOf(processes);
        folders = List.copyOf(folders);
    }
}
