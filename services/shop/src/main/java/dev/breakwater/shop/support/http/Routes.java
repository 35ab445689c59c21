package dev.breakwater.shop.support.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The routes of one listener. A known path with another method is answered with 405, an unknown path with 404.
public final class Routes {
    private static final String UNKNOWN = "unknown";

    private final List<Route> routes = new ArrayList<>();

    /// One method of one path.
    private record Route(Method method, String path, boolean open, Endpoint endpoint) {}

    public Routes get(String path, Endpoint endpoint) {
        return add(Method.GET, path, false, endpoint);
    }

    /// A route that wants no token.
    public Routes getOpen(String path, Endpoint endpoint) {
        return add(Method.GET, path, true, endpoint);
    }

    public Routes post(String path, Endpoint endpoint) {
        return add(Method.POST, path, false, endpoint);
    }

    public Routes put(String path, Endpoint endpoint) {
        return add(Method.PUT, path, false, endpoint);
    }

    public Routes delete(String path, Endpoint endpoint) {
        return add(Method.DELETE, path, false, endpoint);
    }

    private Routes add(Method method, String path, boolean open, Endpoint endpoint) {
        routes.add(new Route(method, path, open, endpoint));
        return this;
    }

    /// What is answered: `POST /users/{id}` and the like.
    public Set<String> operations() {
        return routes.stream().map(route -> route.method().text() + " " + route.path()).collect(Collectors.toCollection(TreeSet::new));
    }

    HttpRouting.Builder build(Exchange exchange) {
        HttpRouting.Builder routing = HttpRouting.builder();
        for (Route route : routes) {
            routing.route(route.method(), route.path(), (request, response) ->
                    exchange.answer(route.path(), route.open(), route.endpoint(), request, response));
        }
        methodsByPath().forEach((path, methods) -> routing.any(path, (request, response) -> exchange.answer(path, true, _ -> {
            throw new ApiException(405, "method not allowed, only " + methods, Map.of("Allow", methods));
        }, request, response)));
        return routing.any((request, response) -> exchange.answer(UNKNOWN, true, _ -> {
            throw ApiException.notFound("no such path");
        }, request, response));
    }

    private Map<String, String> methodsByPath() {
        return routes.stream().collect(Collectors.groupingBy(Route::path, LinkedHashMap::new,
                Collectors.mapping(route -> route.method().text(), Collectors.joining(", "))));
    }
}
