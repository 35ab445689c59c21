package dev.breakwater.engine.load;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.http.WholeAnswer;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Calls the shop as a client does: with a token and a trace context. Each call is told as a finished CLIENT span.
final class ShopClient {
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final HttpClient http;
    private final Duration timeout;
    private final ClientToken token;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Consumer<Fact> facts;

    /// @param timeout after which a call counts as lost
    ShopClient(HttpClient http, Duration timeout, ClientToken token, InstantSource clock, LongSupplier nanoTime, Consumer<Fact> facts) {
        this.http = http;
        this.timeout = timeout;
        this.token = token;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.facts = facts;
    }

    /// Where a call goes to.
    ///
    /// @param service its name
    /// @param base where it listens: a link's address
    record Peer(String service, URI base) {}

    /// What is asked.
    ///
    /// @param route the path with placeholders, for the span's name
    /// @param body JSON; empty for none
    /// @param headers beside those of every call; `Authorization` and `X-Service` take the place of the client's own
    record Question(String method, String route, String path, String body, Map<String, String> headers) {
        static Question get(String route, String path) {
            return new Question("GET", route, path, "", Map.of());
        }

        static Question post(String route, String path, String body, Map<String, String> headers) {
            return new Question("POST", route, path, body, headers);
        }

        static Question put(String route, String path, String body) {
            return new Question("PUT", route, path, body, Map.of());
        }
    }

    /// An answer; status 0 when there was none.
    record Answer(int status, String body, String error) {
        boolean accepted() {
            return status >= 200 && status < 300;
        }

        boolean lost() {
            return status == 0;
        }

        /// Whether nothing came, or the server could not answer. One that says no has answered: the read model may not have an order yet.
        boolean failed() {
            return lost() || status >= FIRST_SERVER_ERROR;
        }
    }

    /// As [#call], but what got no answer is sent again, with the same headers and in the same trace, at most twice.
    Answer callUntilAnswered(Peer peer, Question question, Trace first, RandomGenerator random) throws InterruptedException {
        Trace trace = first;
        Answer answer = call(peer, question, trace);
        for (int tries = 1; answer.lost() && tries < TRIES; tries++) {
            Thread.sleep(PAUSE.multipliedBy(tries));
            trace = trace.again(random);
            answer = call(peer, question, trace);
        }
        return answer;
    }

    Answer call(Peer peer, Question question, Trace trace) throws InterruptedException {
        Map<String, String> headers = new HashMap<>(Map.of(Headers.X_SERVICE, Services.CLIENT));
        headers.putAll(question.headers());
        headers.put(Headers.TRACEPARENT, trace.header());
        String authorization = Optional.ofNullable(headers.remove(Headers.AUTHORIZATION)).orElseGet(token::bearer);
        HttpRequest.Builder request = HttpRequest.newBuilder(peer.base().resolve(question.path()))
                .header(Headers.AUTHORIZATION, authorization);
        headers.forEach(request::header);
        if (!question.body().isEmpty()) {
            request.header("Content-Type", "application/json").method(question.method(), BodyPublishers.ofString(question.body()));
        }
        long start = nanoTime.getAsLong();
        Answer answer;
        try {
            HttpResponse<String> response = WholeAnswer.of(http, request.build(), timeout);
            answer = new Answer(response.statusCode(), response.body(), "");
        } catch (IOException lost) {
            String why = lost.getMessage() == null ? "" : ": " + lost.getMessage();
            answer = new Answer(0, "", lost.getClass().getSimpleName() + why);
        }
        facts.accept(span(peer, question, trace, headers, answer, Duration.ofNanos(nanoTime.getAsLong() - start)));
        return answer;
    }

    private SpanFinished span(Peer peer, Question question, Trace trace, Map<String, String> headers, Answer answer, Duration took) {
        Map<String, String> attributes = new HashMap<>(Map.of(
                "http.request.method", question.method(),
                "http.route", question.route(),
                "url.path", question.path()));
        if (!answer.lost()) {
            attributes.put("http.response.status_code", Integer.toString(answer.status()));
        }
        attributes.put(Attributes.BODY, question.body());
        attributes.put(Attributes.MESSAGE_HEADERS, ClientJson.object(headers));
        ClientJson.text(answer.body(), "id").filter(_ -> question.route().equals(OrderTraffic.ORDERS))
                .ifPresent(id -> attributes.put(Attributes.ORDER_ID, id));
        String error = !answer.failed() ? "" : answer.lost() ? answer.error() : answer.status() + " " + answer.body();
        return new SpanFinished(clock.instant(), trace.traceId(), trace.spanId(), "", List.of(), Services.CLIENT,
                question.method() + " " + question.route(), SpanKind.CLIENT, took, answer.failed() ? Outcome.FAILED : Outcome.OK, error,
                Optional.of(Protocol.REST), peer.service(), "", "", attributes);
    }

    /// Ids of one call, drawn from the run's seed.
    record Trace(String traceId, String spanId) {
        static Trace draw(RandomGenerator random) {
            return new Trace("%016x%016x".formatted(random.nextLong(), nonZero(random)), "%016x".formatted(nonZero(random)));
        }

        /// Another call of the same trace.
        Trace again(RandomGenerator random) {
            return new Trace(traceId, "%016x".formatted(nonZero(random)));
        }

        /// W3C trace context, sampled.
        String header() {
            return "00-" + traceId + "-" + spanId + "-01";
        }

        private static long nonZero(RandomGenerator random) {
            return random.nextLong() | 1;
        }
    }
}
