package dev.breakwater.shop.support.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private static final int SPANS = 1000;

    private String variant = "robust";

    /// A collector that takes what it is sent.
    private static final class Taking implements SpanExporter {
        private final CountDownLatch left = new CountDownLatch(SPANS);

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            spans.forEach(_ -> left.countDown());
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    /// A collector that never comes back from what it was sent first.
    private static final class Stuck implements SpanExporter {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return CompletableResultCode.ofFailure();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Test
    void collectorThatIsStuckCostsTheOtherNothing() throws Exception {
        Taking first = new Taking();
        Stuck second = new Stuck();
        try (Telemetry telemetry = new Telemetry("a-service", List.of(first, second), List.of(), () -> variant)) {
            telemetry.span(SpanKind.INTERNAL, "first").startSpan().end();
            assertTrue(second.asked.await(30, TimeUnit.SECONDS), "the second one was not asked");
            for (int i = 1; i < SPANS; i++) {
                telemetry.span(SpanKind.INTERNAL, "span " + i).startSpan().end();
            }
            assertTrue(first.left.await(30, TimeUnit.SECONDS), () -> first.left.getCount() + " spans did not arrive");
        } finally {
            second.never.countDown();
        }
    }

    @Test
    void messageCarriesItsTraceAndNaiveNothing() {
        try (Telemetry telemetry = new Telemetry("a-service", List.of(new Taking()), List.of(), () -> variant)) {
            Span span = telemetry.span(SpanKind.PRODUCER, "send").startSpan();
            assertEquals("00-%s-%s-%s".formatted(span.getSpanContext().getTraceId(), span.getSpanContext().getSpanId(),
                    span.getSpanContext().getTraceFlags().asHex()),
                    telemetry.carried(span));
            variant = "naive";
            assertEquals("", telemetry.carried(span));
        }
    }
}
