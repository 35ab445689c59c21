package dev.breakwater.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The sockets of this process and of all that it started, as the kernel shows them. Linux only.
final class Sockets {
    private static final Path PROC = Path.of("/proc");
    /// Table → the state in which a socket takes what comes to it: a TCP socket that listens, a UDP socket without a peer.
    private static final Map<String, String> WAITING = Map.of("tcp", "0A", "tcp6", "0A", "udp", "07", "udp6", "07");
    /// As the kernel writes them: 127.0.0.1, ::1 and ::ffff:127.0.0.1.
    private static final Set<String> LOOPBACK = Set.of(
            "0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    private Sockets() {}

    /// Those that another machine could reach, each with its process; empty is good. Empty, too, where there is no `/proc`.
    static List<String> openToOthers() throws IOException {
        if (!Files.isDirectory(PROC.resolve("self/fd"))) {
            return List.of();
        }
        Map<String, String> owners = owners();
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, String> table : WAITING.entrySet()) {
            try (Stream<String> lines = Files.lines(PROC.resolve("net").resolve(table.getKey()))) {
                lines.skip(1).map(line -> line.trim().split("\\s+")).forEach(fields -> {
                    String owner = owners.get(fields[9]);
                    String address = fields[1].split(":", -1)[0];
                    if (owner != null && fields[3].equals(table.getValue()) && !LOOPBACK.contains(address)) {
                        open.add(table.getKey() + " " + fields[1] + " of " + owner);
                    }
                });
            }
        }
        return open;
    }

    /// Inode → process.
    private static Map<String, String> owners() throws IOException {
        Map<String, String> owners = new HashMap<>();
        for (ProcessHandle process : Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants()).toList()) {
            String owner = process.pid() + " " + process.info().command().orElse("");
            for (String target : openFiles(process)) {
                if (target.startsWith("socket:[")) {
                    owners.put(target.substring("socket:[".length(), target.length() - 1), owner);
                }
            }
        }
        return owners;
    }

    private static List<String> openFiles(ProcessHandle process) throws IOException {
        List<String> targets = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(PROC.resolve(process.pid() + "/fd"))) {
            for (Path file : files) {
                targets.add(Files.readSymbolicLink(file).toString());
            }
            return targets;
        } catch (NoSuchFileException closed) {
            return targets; // the process has ended, or closed this file while its folder was read
        }
    }
}
