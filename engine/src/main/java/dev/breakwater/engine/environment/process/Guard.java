package dev.breakwater.engine.environment.process;

import java.util.ArrayList;
import java.util.List;

/// Ties a child to the life of this JVM, also of one that is ended by `kill -9`, also a native or a stopped child.
///
/// The child is started by a POSIX shell which first leaves a watcher behind, in a process of its own, and then becomes the child:
/// same pid. The watcher reads from the pipe that is the child's standard input. Nobody ever writes to it; it ends when this JVM is
/// gone, and then the watcher kills the child, for SIGKILL works on stopped processes too. The watcher is no child of the child (it is
/// forked twice), so pausing or killing the child's process tree leaves it alone.
///
/// The pipe also ends when the child ended by itself; the watcher's late `kill` then meets a pid that was freed a moment ago.
final class Guard {
    /// A shell's background job reads from /dev/null unless told otherwise: hence descriptor 3.
    private static final String SCRIPT =
            """
            exec 3<&0
            ( ( read -r end <&3 || kill -9 $$ ) >/dev/null 2>&1 & )
            exec "$@" </dev/null 3<&-
            """;

    private Guard() {}

    /// The command that runs `words` under guard.
    static List<String> guarded(List<String> words) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "guard"));
        command.addAll(words);
        return command;
    }
}
