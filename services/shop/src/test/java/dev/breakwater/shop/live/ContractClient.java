package dev.breakwater.shop.live;

import dev.breakwater.shop.published.HttpContract;
import dev.breakwater.shop.published.HttpContract.Operation;
import dev.breakwater.shop.published.Published;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A client of the shop that holds every answer against the OpenAPI documents.
final class ContractClient implements AutoCloseable {
    static final List<Operation> OPERATIONS = Stream.of(Published.OPENAPI, Published.CONTROL)
            .flatMap(document -> HttpContract.operations(document).stream()).toList();
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Shop shop;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    ContractClient(Shop shop) {
        this.shop = shop;
    }

    /// What was answered: `404 GET /users/{id}` and the like.
    Set<String> seen() {
        return seen;
    }

    static Operation operation(String method, String path) {
        String plain = path.replaceFirst("\\?.*", "");
        return OPERATIONS.stream().filter(operation -> operation.method().equals(method)
                        && plain.matches(operation.path().replaceAll("\\{[^}]*}", "[^/]+")))
                .findFirst().orElseThrow(() -> new AssertionError("no operation is documented for " + method + " " + path));
    }

    /// @param body of the request; empty = none
    /// @return the body of the answer
    /// @throws AssertionError if the answer has another status, or is not as documented
    JsonNode ask(int status, String service, String method, String path, String body, String... headers) throws Exception {
        HttpResponse<String> answer = send(service, method, path, body.getBytes(StandardCharsets.UTF_8), headers);
        if (answer.statusCode() != status) {
            throw new AssertionError("%s %s %s: %d instead of %d, with %s"
                    .formatted(service, method, path, answer.statusCode(), status, answer.body()));
        }
        return answer.headers().firstValue("content-type").orElse("").startsWith("text/") ? Published.parse("{}")
                : Published.parse(answer.body());
    }

    /// @param headers may hold an `Authorization` of its own
    /// @throws AssertionError if the answer is not as documented
    HttpResponse<String> send(String service, String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        Operation operation = operation(method, path);
        HttpResponse<String> answer = raw(service, operation.document().equals(Published.CONTROL), method, path, body, headers);
        String problems = operation.problems(answer.statusCode(), answer.headers().map(), answer.body());
        if (!problems.isEmpty()) {
            throw new AssertionError(service + ": " + problems);
        }
        seen.add(answer.statusCode() + " " + operation.route());
        return answer;
    }

    /// As [#send], whatever is answered.
    HttpResponse<String> raw(String service, boolean control, String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>();
        all.put("Authorization", control ? "Bearer " + Shop.CONTROL_TOKEN : shop.chassis(service).tokens().bearer());
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create((control ? shop.controlBase(service) : shop.base(service)) + path))
                .timeout(LONGEST)
                .method(method, body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        all.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
