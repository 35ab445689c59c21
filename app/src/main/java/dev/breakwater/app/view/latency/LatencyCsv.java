package dev.breakwater.app.view.latency;

import dev.breakwater.engine.model.latency.LatencyBucket;
import java.time.Instant;
import java.util.Locale;

/// The data behind the chart as CSV (RFC 4180): one line a link and second, times in UTC, durations in milliseconds.
final class LatencyCsv {
    private static final String HEADER = "time,from,to,protocol,calls,errors,p50_ms,p95_ms,p99_ms\r\n";

    private LatencyCsv() {}

    static String of(LatencyPlot plot) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (PlotLine line : plot.lines()) {
            for (LatencyBucket bucket : line.buckets()) {
                csv.append(Instant.ofEpochSecond(bucket.epochSecond())).append(',')
                        .append(quoted(line.link().from())).append(',')
                        .append(quoted(line.link().to())).append(',')
                        .append(quoted(line.link().protocol().title())).append(',')
                        .append(bucket.calls()).append(',')
                        .append(bucket.errors()).append(',')
                        .append(millis(bucket.p50Nanos())).append(',')
                        .append(millis(bucket.p95Nanos())).append(',')
                        .append(millis(bucket.p99Nanos())).append("\r\n");
            }
        }
        return csv.toString();
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
