package dev.breakwater.engine;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.breakwater.contract.Queues;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.model.topology.Node;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.model.topology.Topology;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;

/// Removes from the brokers what the scenario before has left there: all keys of Redis, the read model, its queues.
///
/// @param running brokers that have something to remove
record FreshStart(Addresses addresses, Set<String> running) {
    private static final int TIMEOUT_MILLIS = 2_000;

    /// @param before of the scenario that has ended
    /// @throws StartFailedException when a broker that runs does not let go of it
    void clear(Topology before) throws StartFailedException {
        if (running.contains(Addresses.REDIS)) {
            clearRedis();
        }
        if (running.contains(Addresses.MONGODB)) {
            clearMongo();
        }
        List<String> queues = before.nodes().stream().filter(node -> node.kind() == NodeKind.QUEUE).map(Node::id).toList();
        if (running.contains(Addresses.RABBITMQ) && !queues.isEmpty()) {
            clearRabbit(queues);
        }
    }

    private void clearRedis() throws StartFailedException {
        ClientResources resources = BrokerClients.resources();
        RedisClient client = BrokerClients.redis(addresses, resources);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().flushall();
        } catch (RedisException gone) {
            throw failed(Addresses.REDIS, gone);
        } finally {
            client.shutdown(0, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            resources.shutdown(0, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(TIMEOUT_MILLIS);
        }
    }

    private void clearMongo() throws StartFailedException {
        try (MongoClient client = BrokerClients.mongo(addresses)) {
            client.getDatabase(ReadModel.DATABASE).getCollection(ReadModel.COLLECTION).deleteMany(new Document());
        } catch (MongoException gone) {
            throw failed(Addresses.MONGODB, gone);
        }
    }

    private void clearRabbit(List<String> queues) throws StartFailedException {
        ConnectionFactory factory = BrokerClients.rabbit(BrokerClients.uri(addresses, Addresses.RABBITMQ));
        try (Connection connection = factory.newConnection("breakwater-fresh-start"); Channel channel = connection.createChannel()) {
            for (String queue : queues) {
                channel.queueDelete(queue);
            }
            channel.queueDelete(Queues.FAILED_ORDERS);
            channel.exchangeDelete(Queues.DEAD_LETTER_EXCHANGE);
        } catch (IOException | TimeoutException gone) {
            throw failed(Addresses.RABBITMQ, gone);
        }
    }

    private static StartFailedException failed(String broker, Exception why) {
        return new StartFailedException(broker, "what the scenario before has left there could not be removed: " + why.getMessage(),
                List.of(), "Start again: brokers are then started anew.", why);
    }
}
