package dev.breakwater.engine.switches;

import dev.breakwater.contract.ControlPaths;
import dev.breakwater.contract.Headers;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.http.WholeAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Reads and sets the switches of the services through their control ports. Safe to use from any thread.
public final class ControlPorts {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Map<String, Addresses.Ports> services;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

    /// @param services name of each service → its ports
    /// @param token what the control ports want
    public ControlPorts(Map<String, Addresses.Ports> services, String token) {
        this.services = Map.copyOf(services);
        this.token = token;
    }

    /// What a service answered, or what is said in its place.
    public record Answer(int status, String body) {
        private static final int FIRST_REFUSAL = 300;

        public boolean accepted() {
            return status < FIRST_REFUSAL;
        }
    }

    /// Every service's switches: a JSON object by service; a service that does not answer has `{"error": …}`.
    public String all(Collection<String> wanted) {
        Map<String, String> bodies = new TreeMap<>();
        wanted.forEach(service -> bodies.put(service, of(service).body()));
        return bodies.entrySet().stream().map(entry -> "\"%s\":%s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    public Answer of(String service) {
        return ask(service, "", "GET", BodyPublishers.noBody());
    }

    /// @param body as the service's control port wants it: `{"value": …}`
    public Answer set(String service, String name, String body) {
        if (!name.matches("[a-z0-9.-]{1,60}")) {
            return new Answer(404, "{\"error\":\"there is no such switch\"}");
        }
        return ask(service, "/" + name, "PUT", BodyPublishers.ofString(body));
    }

    /// Sets these switches, and all others of the service to what they are by default.
    ///
    /// @param body a JSON object: value by name of the switch
    public Answer setAll(String service, String body) {
        return ask(service, "", "PUT", BodyPublishers.ofString(body));
    }

    private Answer ask(String service, String path, String method, BodyPublisher body) {
        Addresses.Ports ports = services.get(service);
        if (ports == null) {
            return new Answer(404, "{\"error\":\"there is no such service\"}");
        }
        URI uri = URI.create("http://127.0.0.1:" + ports.control() + ControlPaths.SWITCHES + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header(Headers.AUTHORIZATION, "Bearer " + token)
                .header("Content-Type", "application/json").method(method, body).build();
        try {
            HttpResponse<String> response = WholeAnswer.of(http, request, TIMEOUT);
            return new Answer(response.statusCode(), response.body().isBlank() ? "{}" : response.body());
        } catch (IOException gone) {
            return new Answer(502, "{\"error\":\"%s does not answer\"}".formatted(service));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Answer(503, "{\"error\":\"the lab is being closed\"}");
        }
    }
}
