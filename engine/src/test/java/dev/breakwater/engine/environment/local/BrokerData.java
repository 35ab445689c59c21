package dev.breakwater.engine.environment.local;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import dev.breakwater.engine.environment.Addresses;
import io.lettuce.core.RedisClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/// Writes into the brokers of a run what they acknowledge, and reads it back, by the real client libraries.
final class BrokerData {
    static final String QUEUE = "notifications";
    private final Addresses addresses;

    BrokerData(Addresses addresses) {
        this.addresses = addresses;
    }

    private Connection amqp() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(addresses.brokers().get(Addresses.RABBITMQ));
        return factory.newConnection();
    }

    /// Published, persistent and confirmed.
    void publish(List<String> bodies) throws Exception {
        try (Connection connection = amqp(); Channel channel = connection.createChannel()) {
            channel.queueDeclare(QUEUE, true, false, false, null);
            channel.confirmSelect();
            for (String body : bodies)
                channel.basicPublish("", QUEUE, MessageProperties.PERSISTENT_BASIC, body.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        }
    }

    List<String> consume() throws Exception {
        List<String> bodies = new ArrayList<>();
        try (Connection connection = amqp(); Channel channel = connection.createChannel()) {
            for (var got = channel.basicGet(QUEUE, true); got != null; got = channel.basicGet(QUEUE, true))
                bodies.add(new String(got.getBody(), StandardCharsets.UTF_8));
        }
        return bodies;
    }

    void setKey(String key, String value) {
        try (RedisClient client = RedisClient.create(String.valueOf(addresses.brokers().get(Addresses.REDIS)))) {
            client.connect().sync().set(key, value);
        }
    }

    String getKey(String key) {
        try (RedisClient client = RedisClient.create(String.valueOf(addresses.brokers().get(Addresses.REDIS)))) {
            return client.connect().sync().get(key);
        }
    }

    /// How many documents there are after one was inserted.
    long insert() {
        try (MongoClient client = MongoClients.create(String.valueOf(addresses.brokers().get(Addresses.MONGODB)))) {
            var orders = client.getDatabase("orders").getCollection("orders");
            orders.insertOne(new Document("orderId", "1"));
            return orders.countDocuments();
        }
    }
}
