package dev.breakwater.engine.load;

import dev.breakwater.engine.load.ShopClient.Peer;
import java.net.URI;
import java.util.Map;

/// Where the client reaches each service: the addresses of its links.
record Peers(Map<String, URI> services) {
    Peers {
        services = Map.copyOf(services);
    }

    Peer of(String service) {
        URI base = services.get(service);
        if (base == null) {
            throw new IllegalArgumentException("the client has no link to " + service);
        }
        return new Peer(service, base);
    }
}
