package dev.breakwater.shop.support.http;

import dev.breakwater.contract.Headers;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.InvalidJsonException;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Metrics;
import dev.breakwater.shop.support.telemetry.Telemetry;
import dev.breakwater.shop.support.telemetry.TraceContext;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens around every endpoint: trace, metrics, token, call faults, and an answer for whatever goes wrong.
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int FIRST_SERVER_ERROR = 500;

    private final Gate gate;
    private final Telemetry telemetry;
    private final Metrics metrics;

    Exchange(Gate gate, Telemetry telemetry, Metrics metrics) {
        this.gate = gate;
        this.telemetry = telemetry;
        this.metrics = metrics;
    }

    /// @param route path with placeholders
    /// @param open true if no token is wanted
    void answer(String route, boolean open, Endpoint endpoint, ServerRequest from, ServerResponse to) {
        long start = System.nanoTime();
        Request request = new Request(from);
        Span span = isBusiness(route) ? startSpan(route, request) : Span.getInvalid();
        try (Scope _ = span.makeCurrent()) {
            Reply reply = reply(route, open, endpoint, request);
            metrics.answered(request.method(), route, Duration.ofNanos(System.nanoTime() - start));
            describe(span, request, reply);
            send(reply, to);
        } finally {
            span.end();
        }
    }

    /// What the shop is for, as against what keeps it running.
    private static boolean isBusiness(String route) {
        return !route.equals("/health") && !route.equals("/metrics") && !route.startsWith("/control/");
    }

    private Reply reply(String route, boolean open, Endpoint endpoint, Request request) {
        try {
            gate.pass(route, open, request);
            return endpoint.answer(request);
        } catch (ApiException e) {
            return e.reply();
        } catch (FieldException e) {
            return Reply.of(400, Json.object().put("error", e.getMessage()).put("field", e.field()));
        } catch (InvalidJsonException e) {
            return Reply.error(400, "body: " + e.getMessage());
        } catch (OutageException e) {
            return Reply.error(503, e.dependency() + " does not answer").with(Map.of("Retry-After", "1"));
        } catch (RequestException e) {
            int status = e.status().code(); // the body is too large or broken off: the rest of it is not read
            return Reply.error(status, HttpServer.refusal(status)).with(Map.of("Connection", "close"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.error(503, "shutting down").with(Map.of("Retry-After", "1"));
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), route, e);
            return Reply.error(500, "internal error");
        }
    }

    private Span startSpan(String route, Request request) {
        return telemetry.span(SpanKind.SERVER, request.method() + " " + route,
                        TraceContext.context(request.header(Headers.TRACEPARENT).orElse(null)))
                .setAttribute("http.request.method", request.method())
                .setAttribute("http.route", route)
                .setAttribute("url.path", request.rawPath())
                .startSpan();
    }

    private static void describe(Span span, Request request, Reply reply) {
        if (!span.isRecording()) {
            return;
        }
        span.setAttribute("http.response.status_code", reply.status());
        request.header(Headers.X_SERVICE).ifPresent(caller -> span.setAttribute("caller.service", caller));
        MessageAttributes.headers(span, request.headers());
        MessageAttributes.body(span, request.bodyText());
        if (reply.status() >= FIRST_SERVER_ERROR) {
            Telemetry.fail(span, Integer.toString(reply.status()));
        }
    }

    private static void send(Reply reply, ServerResponse to) {
        to.status(reply.status()).header(HeaderNames.CONTENT_TYPE, reply.contentType());
        reply.headers().forEach((name, value) -> to.header(HeaderNames.create(name), value));
        to.send(reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
