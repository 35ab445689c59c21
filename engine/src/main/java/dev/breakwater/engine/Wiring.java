package dev.breakwater.engine;

import dev.breakwater.contract.Services;
import dev.breakwater.contract.Variables;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.link.Link;
import dev.breakwater.engine.link.Links;
import dev.breakwater.engine.model.topology.LinkId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts a link on every connection that can be in a scenario, and tells each service the links' addresses instead of the real ones. The
/// links stay from scenario to scenario, so that a service that runs already need not be told anything new.
final class Wiring {
    private final Addresses addresses;
    private final Map<LinkId, Link> links = new HashMap<>();

    /// Opens all links; the servers behind them need not run yet.
    Wiring(Links opened, Addresses addresses) throws IOException {
        this.addresses = addresses;
        for (String from : Services.processes()) {
            for (String to : called(from)) {
                open(opened, new LinkId(from, to));
            }
        }
        for (String to : Services.ALL) {
            if (!to.equals(Services.WORKER)) {
                open(opened, new LinkId(Services.CLIENT, to));
            }
        }
        open(opened, new LinkId(Services.CLIENT, Addresses.RABBITMQ));
    }

    /// What a service calls: brokers, and those services that take calls.
    private static List<String> called(String service) {
        if (Services.of(service).equals(Services.WORKER)) {
            return List.of(Addresses.RABBITMQ, Addresses.REDIS);
        }
        List<String> called = new ArrayList<>(List.of(Addresses.RABBITMQ, Addresses.REDIS, Addresses.MONGODB));
        called.addAll(Variables.OF_CALLED.keySet());
        return called;
    }

    private void open(Links opened, LinkId id) throws IOException {
        if (!id.from().equals(id.to())) {
            links.put(id, opened.open(id, upstream(id)));
        }
    }

    /// The links of one scenario.
    List<Link> links(List<LinkId> ids) {
        return ids.stream().map(id -> Optional.ofNullable(links.get(id))
                .orElseThrow(() -> new IllegalArgumentException("nothing connects %s".formatted(id)))).toList();
    }

    /// The environment variables of one service, without those that its environment sets.
    Map<String, String> variables(String service, Access access) {
        Map<String, String> variables = new HashMap<>();
        variables.put(Variables.CONTROL_TOKEN, access.controlToken());
        variables.put(Variables.JWT_SECRET, access.jwtSecret());
        variables.put(Variables.MESSAGE_KEY, access.messageKey().text());
        variables.put(Variables.OTLP_ENDPOINT, "http://" + hostAndPort(access.otlpGrpc()));
        links.forEach((id, link) -> {
            if (id.from().equals(service)) {
                variables.put(variable(id.to()), address(id.to(), link.listenAddress()));
            }
        });
        return variables;
    }

    /// Where the client reaches each service.
    Map<String, URI> client() {
        Map<String, URI> client = new HashMap<>();
        links.forEach((id, link) -> {
            if (id.from().equals(Services.CLIENT) && !addresses.brokers().containsKey(id.to())) {
                client.put(id.to(), URI.create("http://" + hostAndPort(link.listenAddress())));
            }
        });
        return client;
    }

    /// Where the client reaches RabbitMQ, with credentials.
    URI rabbitOfClient() {
        Link link = links(List.of(new LinkId(Services.CLIENT, Addresses.RABBITMQ))).getFirst();
        return URI.create(address(Addresses.RABBITMQ, link.listenAddress()));
    }

    private InetSocketAddress upstream(LinkId id) {
        URI broker = addresses.brokers().get(id.to());
        if (broker != null) {
            return new InetSocketAddress(broker.getHost(), broker.getPort());
        }
        Addresses.Ports ports = addresses.services().get(id.to());
        if (ports == null) {
            throw new IllegalArgumentException("the link %s leads to nothing that can run".formatted(id));
        }
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), overGrpc(id) ? ports.grpc().orElseThrow() : ports.http());
    }

    private static boolean overGrpc(LinkId id) {
        return id.to().equals(Services.PAYMENT);
    }

    private static String variable(String to) {
        return switch (to) {
            case Addresses.RABBITMQ -> Variables.RABBITMQ_URI;
            case Addresses.REDIS -> Variables.REDIS_URI;
            case Addresses.MONGODB -> Variables.MONGODB_URI;
            default -> Optional.ofNullable(Variables.OF_CALLED.get(to))
                    .orElseThrow(() -> new IllegalArgumentException("no service is told where %s is".formatted(to)));
        };
    }

    private String address(String to, InetSocketAddress link) {
        URI broker = addresses.brokers().get(to);
        if (broker != null) {
            return at(broker, link).toString();
        }
        return to.equals(Services.PAYMENT) ? hostAndPort(link) : "http://" + hostAndPort(link);
    }

    /// The same URI at another address.
    static URI at(URI uri, InetSocketAddress address) {
        try {
            return new URI(uri.getScheme(), uri.getUserInfo(), address.getHostString(), address.getPort(), uri.getPath(), uri.getQuery(),
                    null);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("no address of a broker: " + address, impossible);
        }
    }

    static String hostAndPort(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }
}
