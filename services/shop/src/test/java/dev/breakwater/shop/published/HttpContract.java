package dev.breakwater.shop.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The operations of an OpenAPI document of ours.
public final class HttpContract {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    private HttpContract() {}

    /// @param document file
    /// @param method in capitals
    /// @param services who answers it; empty = every service
    public record Operation(String document, String method, String path, List<String> services) {
        private String place() {
            return document + "#/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT);
        }

        /// As `Routes` tells it.
        public String route() {
            return method + " " + path;
        }

        public boolean wantsToken() {
            return !Published.at(place()).has("security");
        }

        public boolean takesBody() {
            return Published.at(place()).has("requestBody");
        }

        public boolean needsBody() {
            return Published.at(place() + "/requestBody").path("required").asBoolean(false);
        }

        /// Where the schema of its body stands.
        public String bodySchema() {
            return Published.resolved(place() + "/requestBody/content/application~1json/schema");
        }

        public List<Integer> statuses() {
            return Published.at(place() + "/responses").propertyNames().stream().map(Integer::valueOf).toList();
        }

        /// Why the answer is none of those that are documented; empty if it is.
        public String problems(int status, Map<String, List<String>> headers, String body) {
            if (!statuses().contains(status)) {
                return "%s: %d is not documented, with %s".formatted(route(), status, body);
            }
            String place = Published.resolved(place() + "/responses/" + status);
            JsonNode response = Published.at(place);
            String sent = headers.getOrDefault("content-type", List.of("none")).getFirst();
            String type = response.path("content").propertyNames().iterator().next();
            if (!sent.equals(type) && !sent.startsWith(type + ";")) {
                return "%s: %d is sent as %s, not as %s".formatted(route(), status, sent, type);
            }
            for (String header : response.path("headers").propertyNames()) {
                if (!headers.containsKey(header.toLowerCase(Locale.ROOT))) {
                    return "%s: %d lacks the header %s".formatted(route(), status, header);
                }
            }
            return type.equals("text/plain") ? ""
                    : Published.problems(Published.resolved(place + "/content/application~1json/schema"), Published.parse(body));
        }
    }

    public static List<Operation> operations(String document) {
        List<Operation> operations = new ArrayList<>();
        Published.read(document).path("paths").forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
            if (METHODS.contains(method)) {
                operations.add(new Operation(document, method.toUpperCase(Locale.ROOT), path,
                        operation.path("tags").valueStream().map(JsonNode::asString).toList()));
            }
        }));
        return operations;
    }
}
