package dev.breakwater.shop.support.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The Prometheus metrics of one service.
public final class Metrics {
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder().name("requests_total")
            .help("Requests that were answered.").labelNames("method", "endpoint").register(registry);
    private final Histogram durations = Histogram.builder().name("request_duration_seconds")
            .help("Time from a request to its answer.").labelNames("method", "endpoint").classicOnly().register(registry);
    private final Gauge connections = Gauge.builder().name("active_connections")
            .help("Connections that are open now.").register(registry);

    /// @param endpoint the route (`/users/{id}`), never the path: there must be few of them
    public void answered(String method, String endpoint, Duration duration) {
        requests.labelValues(method, endpoint).inc();
        durations.labelValues(method, endpoint).observe(duration.toNanos() / NANOS_PER_SECOND);
    }

    public void connectionOpened() {
        connections.inc();
    }

    public void connectionClosed() {
        connections.dec();
    }

    /// All metrics in Prometheus' text format.
    public String page() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(page, registry.scrape(), EscapingScheme.ALLOW_UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString(StandardCharsets.UTF_8);
    }
}
