package dev.breakwater.shop.support.call;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.Headers;
import dev.breakwater.shop.support.auth.Tokens;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import dev.breakwater.shop.support.telemetry.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks one other service over HTTP: with a service token, `X-Service` and the trace, and a span that tells of it.
public final class ServiceClient implements AutoCloseable {
    private static final int FIRST_SERVER_ERROR = 500;
    private static final String RETRY_AFTER = "Retry-After";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private final String caller;
    private final String peer;
    private final URI base;
    private final Tokens tokens;
    private final Telemetry telemetry;

    /// @param base `http://host:port`
    public ServiceClient(String caller, String peer, URI base, Tokens tokens, Telemetry telemetry) {
        this.caller = caller;
        this.peer = peer;
        this.base = base;
        this.tokens = tokens;
        this.telemetry = telemetry;
    }

    /// @param route with one `{…}`, which `id` takes the place of
    /// @param timeout empty = wait for ever
    /// @throws CallFailedException if there is no answer
    public Answer get(String route, String id, Optional<Duration> timeout) throws InterruptedException {
        return call("GET", route, id, "", timeout);
    }

    /// As [#get], with a body of JSON.
    public Answer put(String route, String id, String json, Optional<Duration> timeout) throws InterruptedException {
        return call("PUT", route, id, json, timeout);
    }

    private Answer call(String method, String route, String id, String body, Optional<Duration> timeout) throws InterruptedException {
        String path = route.replaceFirst("\\{[^}]*}", URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
        Span span = telemetry.span(SpanKind.CLIENT, method + " " + route)
                .setAttribute("http.request.method", method).setAttribute("http.route", route).setAttribute("url.path", path)
                .setAttribute(MessageAttributes.PEER, peer).startSpan();
        try {
            String traceparent = TraceContext.traceparent(Context.current().with(span));
            HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .header(Headers.AUTHORIZATION, tokens.bearer()).header(Headers.X_SERVICE, caller)
                    .header(Headers.TRACEPARENT, traceparent);
            MessageAttributes.headers(span, Map.of(Headers.X_SERVICE, caller, Headers.TRACEPARENT, traceparent));
            HttpResponse<String> response = send(request.build(), timeout);
            return told(span, new Answer(response.statusCode(), response.body(), response.headers().firstValue(RETRY_AFTER)
                    .map(value -> Map.of(RETRY_AFTER, value)).orElse(Map.of())));
        } catch (HttpTimeoutException e) {
            Telemetry.fail(span, "timeout");
            throw CallFailedException.timeout(peer, e);
        } catch (IOException e) {
            Telemetry.fail(span, e.getClass().getSimpleName());
            throw CallFailedException.because(peer, e);
        } finally {
            span.end();
        }
    }

    /// Until the last byte of the body; a timeout of the request itself would only hold until its first.
    private HttpResponse<String> send(HttpRequest request, Optional<Duration> timeout) throws IOException, InterruptedException {
        if (timeout.isEmpty()) {
            return http.send(request, BodyHandlers.ofString());
        }
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(timeout.get().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + timeout.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } finally {
            answer.cancel(true); // which closes the connection, if it is still at it
        }
    }

    private static Answer told(Span span, Answer answer) {
        span.setAttribute("http.response.status_code", answer.status());
        MessageAttributes.body(span, answer.body());
        if (answer.status() >= FIRST_SERVER_ERROR) {
            Telemetry.fail(span, Integer.toString(answer.status()));
        }
        return answer;
    }

    /// Tells of a call that was not made, because a breaker refused it.
    public void refused(String route) {
        Span span = telemetry.span(SpanKind.CLIENT, "GET " + route)
                .setAttribute("http.request.method", "GET").setAttribute("http.route", route)
                .setAttribute(MessageAttributes.PEER, peer).setAttribute(Attributes.REFUSED, true).startSpan();
        Telemetry.fail(span, "refused by the circuit breaker");
        span.end();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
