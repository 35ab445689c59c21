package dev.breakwater.engine.environment.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.stream.Collectors;

/// Signals that Java itself cannot send, by the shell's own `kill`.
final class Signals {
    private Signals() {}

    /// To all of them at once; one that is gone is no error.
    static void send(String signal, Collection<Long> pids) {
        if (pids.isEmpty()) return;
        String list = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        try {
            Process shell = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + list)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            shell.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("could not send SIG" + signal + " to " + list, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
