package dev.breakwater.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.Access;
import dev.breakwater.engine.Lab;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.model.run.PartView;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every address of a run, as `up` tells them, key by key. All are direct, none is a link's.
record Endpoints(String environment, Map<String, Service> services, Map<String, Broker> brokers, Otlp otlp, Control control, Auth auth) {

    /// @param grpc host:port
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Service(String http, @Nullable String grpc, @Nullable String webSocket, String metrics, long pid) {
        static Service of(String name, Addresses.Ports ports, long pid) {
            String http = "http://127.0.0.1:" + ports.http();
            return new Service(http,
                    ports.grpc().isPresent() ? "127.0.0.1:" + ports.grpc().getAsInt() : null,
                    name.equals(Services.NOTIFICATION) ? "ws://127.0.0.1:%d/ws".formatted(ports.http()) : null,
                    http + "/metrics", pid);
        }
    }

    /// @param uri with credentials
    record Broker(String uri) {}

    record Otlp(String grpc, String http) {}

    /// The lab's own control API.
    record Control(String uri, String token) {}

    record Auth(String jwtSecret) {}

    /// Of what the scenario runs.
    static Endpoints of(Lab lab, URI control, String token) throws InterruptedException {
        Access access = lab.access();
        Map<String, Long> pids = lab.settled().parts().stream()
                .collect(Collectors.toMap(PartView::name, PartView::pid, (_, last) -> last));
        Map<String, Service> services = new TreeMap<>();
        access.addresses().services().forEach((name, ports) -> services.put(name, Service.of(name, ports, pids.getOrDefault(name, 0L))));
        services.keySet().retainAll(pids.keySet());
        Map<String, Broker> brokers = new TreeMap<>();
        access.addresses().brokers().forEach((name, uri) -> brokers.put(name, new Broker(uri.toString())));
        brokers.keySet().retainAll(pids.keySet());
        return new Endpoints(lab.snapshot().environment(), services, brokers, new Otlp(uri(access.otlpGrpc()), uri(access.otlpHttp())),
                new Control(control.toString(), token), new Auth(access.jwtSecret()));
    }

    private static String uri(InetSocketAddress address) {
        return "http://%s:%d".formatted(address.getHostString(), address.getPort());
    }

    /// Leaves the secrets out.
    @Override
    public String toString() {
        return "Endpoints[%s, %s]".formatted(environment, services.keySet());
    }
}
