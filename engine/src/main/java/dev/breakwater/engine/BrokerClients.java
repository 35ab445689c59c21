package dev.breakwater.engine;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.rabbitmq.client.ConnectionFactory;
import dev.breakwater.engine.diagnostics.BrokerSampler;
import dev.breakwater.engine.diagnostics.QueueSampler;
import dev.breakwater.engine.diagnostics.StreamSampler;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.topology.Node;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.model.topology.Topology;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The lab's own clients of the brokers. They go past the links, so that no fault on a link blinds the lab, and give up soon.
final class BrokerClients {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private BrokerClients() {}

    /// Looks up names as Java does: lettuce's own resolver would open a port to ask name servers.
    static ClientResources resources() {
        return DefaultClientResources.builder().addressResolverGroup(DefaultAddressResolverGroup.INSTANCE).build();
    }

    /// @param resources stay open when the client is closed
    static RedisClient redis(Addresses addresses, ClientResources resources) {
        RedisURI uri = RedisURI.create(uri(addresses, Addresses.REDIS));
        uri.setTimeout(TIMEOUT);
        RedisClient client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(TIMEOUT).build())
                .timeoutOptions(TimeoutOptions.enabled(TIMEOUT)).build());
        return client;
    }

    static MongoClient mongo(Addresses addresses) {
        int millis = (int) TIMEOUT.toMillis();
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri(addresses, Addresses.MONGODB).toString()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(millis, TimeUnit.MILLISECONDS).readTimeout(millis, TimeUnit.MILLISECONDS))
                .build());
    }

    /// Makes connections to RabbitMQ that neither recover by themselves nor wait for long.
    ///
    /// @param uri `amqp://…` with credentials
    static ConnectionFactory rabbit(URI uri) {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(uri);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("no AMQP address: " + uri.getHost() + ":" + uri.getPort(), unusable);
        }
        int millis = (int) TIMEOUT.toMillis();
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(millis);
        factory.setHandshakeTimeout(millis);
        factory.setChannelRpcTimeout(millis);
        return factory;
    }

    static BrokerSampler sampler(Topology topology, RedisClient redis, Addresses addresses, InstantSource clock, Consumer<Fact> facts) {
        QueueSampler queues = new QueueSampler(rabbit(uri(addresses, Addresses.RABBITMQ)), ids(topology, NodeKind.QUEUE));
        return new BrokerSampler(queues, new StreamSampler(redis, ids(topology, NodeKind.STREAM)), clock, facts);
    }

    /// Names of the nodes of one kind.
    static List<String> ids(Topology topology, NodeKind kind) {
        return topology.nodes().stream().filter(node -> node.kind() == kind).map(Node::id).toList();
    }

    /// @throws IllegalArgumentException if the environment has no such broker
    static URI uri(Addresses addresses, String broker) {
        URI uri = addresses.brokers().get(broker);
        if (uri == null) {
            throw new IllegalArgumentException("there is no " + broker + " in this environment");
        }
        return uri;
    }
}
