package dev.breakwater.engine.shop;

import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.http.WholeAnswer;
import dev.breakwater.engine.load.ClientToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One service's HTTP API, as its client's token opens it. Any thread.
public final class ShopDoor implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int FIRST_REFUSAL = 300;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
    private final String service;
    private final URI base;
    private final ClientToken token;

    public ShopDoor(String service, URI base, ClientToken token) {
        this.service = service;
        this.base = base;
        this.token = token;
    }

    /// @throws IOException if it does not answer, or refuses; the message is for people
    public JsonNode get(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(base.resolve(path)));
    }

    /// As [#get], for a command without a body.
    public JsonNode post(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.noBody()));
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = WholeAnswer.of(http, request.header(Headers.AUTHORIZATION, token.bearer())
                    .header(Headers.X_SERVICE, Services.CLIENT).build(), TIMEOUT);
        } catch (IOException gone) {
            throw new IOException(service + " does not answer", gone);
        }
        JsonNode body = parsed(answer.body());
        if (answer.statusCode() >= FIRST_REFUSAL) {
            throw new IOException("%s says %d: %s".formatted(service, answer.statusCode(),
                    body.path("error").asString(answer.body())));
        }
        return body;
    }

    private JsonNode parsed(String body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw new IOException(service + " answered something that is no JSON", noJson);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
