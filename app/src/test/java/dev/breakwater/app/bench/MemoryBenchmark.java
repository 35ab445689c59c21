package dev.breakwater.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Memory of a running lab with everything that it started: the proportional set size (what is shared counts in parts), once a minute.
/// `MemoryBenchmark <process id of the lab> <minutes>`; Linux only.
public final class MemoryBenchmark {
    private static final long MINUTE_MILLIS = 60_000;

    private MemoryBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProcessHandle lab = ProcessHandle.of(Long.parseLong(arguments[0])).orElseThrow();
        int minutes = Integer.parseInt(arguments[1]);
        for (int minute = 0; minute <= minutes; minute++) {
            Map<String, Long> kilobytes = new TreeMap<>();
            List<ProcessHandle> processes = new ArrayList<>(Stream.concat(Stream.of(lab), lab.descendants()).toList());
            for (ProcessHandle process : processes) {
                kilobytes.merge(process.equals(lab) ? "lab" : name(process), pss(process), Long::sum);
            }
            StringBuilder line = new StringBuilder();
            kilobytes.forEach((name, pss) -> line.append("  %s %d".formatted(name, pss >> 10)));
            System.out.printf(Locale.ROOT, "minute %d: %d MB in %d processes:%s%n", minute,
                    kilobytes.values().stream().mapToLong(Long::longValue).sum() >> 10, processes.size(), line);
            if (minute < minutes) {
                Thread.sleep(MINUTE_MILLIS);
            }
        }
    }

    /// The main class of a JVM, else the program.
    private static String name(ProcessHandle process) {
        try {
            String[] words = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).split("\0", -1);
            String program = Path.of(words[0]).getFileName().toString();
            for (String word : words) {
                if (program.equals("java") && word.matches("dev\\.breakwater\\.[a-z.]+\\.[A-Z]\\w+")) {
                    return word.substring(word.lastIndexOf('.') + 1);
                }
            }
            return program.split(" ", 2)[0];
        } catch (IOException ended) {
            return "ended";
        }
    }

    private static long pss(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
