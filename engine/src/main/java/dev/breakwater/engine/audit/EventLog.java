package dev.breakwater.engine.audit;

import dev.breakwater.contract.EventFields;
import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Ledger;
import dev.breakwater.contract.MessageKey;
import dev.breakwater.contract.Streams;
import dev.breakwater.engine.audit.OrderBook.State;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads order events and the payment ledger from Redis into an [OrderBook], each entry once, and the stock as it is now.
final class EventLog implements AutoCloseable {
    private static final int SCAN_BATCH = 1_000;

    private final RedisClient redis;
    private final OrderBook book;
    private final MessageKey key;
    private @Nullable StatefulRedisConnection<String, String> connection;
    private final StreamTail events = new StreamTail(this::commands, Streams.ORDER_EVENTS);
    private final StreamTail ledger = new StreamTail(this::commands, Streams.PAYMENT_LEDGER);

    /// @param key with which events may be encrypted
    EventLog(RedisClient redis, OrderBook book, MessageKey key) {
        this.key = key;
        this.redis = redis;
        this.book = book;
    }

    void readEvents() throws BrokerUnreadableException {
        events.read(this::event);
    }

    void readLedger() throws BrokerUnreadableException {
        ledger.read(this::payment);
    }

    /// Units of each product; one that was never touched has no entry.
    Map<String, Long> stock(List<String> products) throws BrokerUnreadableException {
        if (products.isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, Long> stock = new HashMap<>();
            List<KeyValue<String, String>> values = commands().mget(products.stream().map(Keys::stock).toArray(String[]::new));
            for (int i = 0; i < products.size(); i++) {
                String product = products.get(i);
                values.get(i).ifHasValue(units -> stock.put(product, Long.parseLong(units)));
            }
            return stock;
        } catch (RedisException | NumberFormatException gone) {
            throw new BrokerUnreadableException("redis", gone);
        }
    }

    /// How many requests for payment wait for their reply.
    long pendingReplies() throws BrokerUnreadableException {
        try {
            ScanIterator<String> keys = ScanIterator.scan(commands(), ScanArgs.Builder.matches(Keys.PENDING + "*").limit(SCAN_BATCH));
            return keys.stream().distinct().count();
        } catch (RedisException gone) {
            throw new BrokerUnreadableException("redis", gone);
        }
    }

    RedisCommands<String, String> commands() {
        return connection().sync();
    }

    /// For many questions at once.
    RedisAsyncCommands<String, String> manyCommands() {
        return connection().async();
    }

    private StatefulRedisConnection<String, String> connection() {
        StatefulRedisConnection<String, String> open = connection;
        if (open == null) {
            open = redis.connect();
            connection = open;
        }
        return open;
    }

    private void event(StreamMessage<String, String> entry) {
        Map<String, String> fields = entry.getBody();
        JsonNode data = EventJson.opened(fields.getOrDefault(EventFields.DATA, ""), key).orElseGet(() -> EventJson.read(""));
        String orderId = data.path("orderId").asString(fields.getOrDefault(EventFields.CORRELATION_ID, ""));
        Instant at = Instant.ofEpochMilli(Long.parseLong(entry.getId().substring(0, entry.getId().indexOf('-'))));
        switch (fields.getOrDefault(EventFields.EVENT_TYPE, "")) {
            case EventTypes.ORDER_CREATED -> book.placed(orderId, at, amount(data.path("totalAmount")), items(data.path("items")));
            case EventTypes.ORDER_CONFIRMED -> book.ended(orderId, State.CONFIRMED, at);
            case EventTypes.PAYMENT_FAILED -> book.ended(orderId, State.PAYMENT_FAILED, at);
            case EventTypes.ORDER_CANCELLED -> book.ended(orderId, State.CANCELLED, at);
            default -> { }
        }
    }

    private void payment(StreamMessage<String, String> entry) {
        Map<String, String> fields = entry.getBody();
        String orderId = fields.getOrDefault(Ledger.ORDER_ID, "");
        BigDecimal amount = new BigDecimal(fields.getOrDefault(Ledger.AMOUNT, "0"));
        if (Ledger.REFUND.equals(fields.get(Ledger.KIND))) {
            book.refunded(orderId, amount);
        } else {
            book.charged(orderId, amount);
        }
    }

    private static BigDecimal amount(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : new BigDecimal(node.asString("0"));
    }

    private static Map<String, Long> items(JsonNode list) {
        Map<String, Long> items = new HashMap<>();
        list.forEach(item -> items.merge(item.path("productId").asString(""), item.path("quantity").asLong(0), Long::sum));
        return items;
    }

    @Override
    public void close() {
        StatefulRedisConnection<String, String> open = connection;
        if (open != null) {
            open.close();
        }
    }
}
