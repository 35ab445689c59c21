package dev.breakwater.shop.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.contract.EventFields;
import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Ledger;
import dev.breakwater.contract.Queues;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Each name stands once in code, and the documents have just these.
class NamesTest {
    private static final String COMMON = "schema/common.schema.json#/$defs/";

    /// The texts that a class names.
    private static Set<String> names(Class<?> type, Predicate<Field> which) {
        return Arrays.stream(type.getFields()).filter(field -> field.getType() == String.class).filter(which).map(NamesTest::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> names(Class<?> type) {
        return names(type, _ -> true);
    }

    private static Set<String> addresses(String server) {
        return MessageContract.channels().stream().filter(channel -> channel.server().equals(server))
                .map(MessageContract.Channel::address).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void streamsAreTheChannelsOfRedis() {
        Set<String> streams = names(Streams.class);
        streams.add(Streams.aggregate("{orderId}"));
        streams.add(Streams.dead("{stream}"));
        streams.remove(Streams.AGGREGATES); // stands for many
        assertEquals(streams, addresses("redis"));
    }

    @Test
    void queuesAreTheChannelsOfRabbitMq() {
        Set<String> queues = names(Queues.class, field -> !field.getName().startsWith("DEAD_LETTER"));
        queues.add(Queues.retry("{queue}", 1).replace("1", "{retry}"));
        assertEquals(queues, addresses("rabbitmq"));
    }

    @Test
    void everyEventTypeHasASchemaThatStandsOnAStreamOrAnAggregate() {
        Set<String> described = Published.files().stream().filter(file -> file.startsWith("schema/stream/"))
                .map(file -> Published.read(file).at("/properties/eventType/const")).filter(JsonNode::isString).map(JsonNode::stringValue)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(names(EventTypes.class), described);
        Set<String> carried = MessageContract.messages();
        carried.addAll(words("schema/stream/aggregate-entry.schema.json#/properties/eventType"));
        described.removeAll(carried);
        assertEquals(Set.of(), described);
    }

    @Test
    void everyMessageOfAnOperationIsOneOfItsChannelAndEachIsSentBySomebody() {
        Set<String> sent = new TreeSet<>();
        for (MessageContract.Operation operation : MessageContract.operations()) {
            Set<String> unknown = new TreeSet<>(operation.messages());
            unknown.removeAll(MessageContract.channel(operation.channel()).messages());
            assertEquals(Set.of(), unknown, operation::toString);
            if (operation.action().equals("send")) {
                sent.addAll(operation.messages());
            }
        }
        assertEquals(MessageContract.messages(), sent);
    }

    @Test
    void everyServiceIsSpokenOfAndNoOther() {
        Set<String> named = MessageContract.operations().stream().map(MessageContract.Operation::service)
                .collect(Collectors.toCollection(TreeSet::new));
        HttpContract.operations(Published.OPENAPI).forEach(operation -> named.addAll(operation.services()));
        assertEquals(new TreeSet<>(Services.ALL), named);
    }

    @Test
    void fieldsAreThoseOfTheSchemas() {
        Set<String> entry = properties("schema/stream/entry.schema.json");
        entry.addAll(properties("schema/stream/aggregate-entry.schema.json"));
        assertEquals(names(EventFields.class, field -> !field.getName().equals("SCHEMA_VERSION")), entry);
        assertEquals(names(Ledger.class, field -> !Set.of("CHARGE", "REFUND").contains(field.getName())),
                properties("schema/stream/ledger-entry.schema.json"));
        assertEquals(names(ReadModel.class, field -> !Set.of("DATABASE", "COLLECTION").contains(field.getName())),
                properties("schema/http/Order.schema.json"));
    }

    @Test
    void wordsAreThoseOfTheSchemas() {
        assertEquals(names(SagaStates.class, field -> field.getName().startsWith("STEP_")),
                words("schema/redis/saga.schema.json#/properties/step"));
        assertEquals(new TreeSet<>(Set.of(SagaStates.ACTIVE, SagaStates.COMPLETED, SagaStates.FAILED, SagaStates.COMPENSATED)),
                words("schema/redis/saga.schema.json#/properties/status"));
        assertEquals(names(SagaStates.class, field -> field.getName().startsWith("ORDER_")), words(COMMON + "orderStatus"));
        assertEquals(new TreeSet<>(Set.of(Ledger.CHARGE, Ledger.REFUND)),
                words("schema/stream/ledger-entry.schema.json#/properties/kind"));
        assertEquals(EventFields.SCHEMA_VERSION,
                Published.at("schema/stream/entry.schema.json#/$defs/sent/properties/version/const").stringValue());
    }

    private static Set<String> properties(String file) {
        return new TreeSet<>(Published.read(file).path("properties").propertyNames());
    }

    private static Set<String> words(String place) {
        Stream<JsonNode> words = Published.at(place).path("enum").valueStream();
        return words.map(JsonNode::stringValue).collect(Collectors.toCollection(TreeSet::new));
    }
}
