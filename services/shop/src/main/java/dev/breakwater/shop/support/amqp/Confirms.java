package dev.breakwater.shop.support.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConfirmListener;
import com.rabbitmq.client.Return;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// The messages that were published on one channel and are not confirmed yet. Many may be on their way at once: a broker writes
/// them to disk together. Publishing is for one thread at a time; the broker's answers come on the connection's own thread.
final class Confirms implements ConfirmListener {
    private static final String NUMBER = "x-publish-number";

    private final Channel channel;
    private final ConcurrentNavigableMap<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();

    private Confirms(Channel channel) {
        this.channel = channel;
    }

    /// Puts the channel into confirm mode.
    static Confirms on(Channel channel) throws IOException {
        Confirms confirms = new Confirms(channel);
        channel.confirmSelect();
        channel.addConfirmListener(confirms);
        channel.addReturnListener(confirms::returned);
        channel.addShutdownListener(why -> confirms.end(confirms.waiting, why));
        return confirms;
    }

    boolean of(Channel other) {
        return channel == other;
    }

    /// @return ends when the broker has the message in a queue, and badly when it refuses it, knows no queue for it, or the channel is lost
    CompletableFuture<Void> publish(Destination to, AMQP.BasicProperties properties, byte[] body) throws IOException {
        long tag = channel.getNextPublishSeqNo();
        CompletableFuture<Void> confirmed = new CompletableFuture<>();
        waiting.put(tag, confirmed);
        try {
            channel.basicPublish(to.exchange(), to.routingKey(), true, numbered(properties, tag), body);
        } catch (IOException | RuntimeException e) {
            waiting.remove(tag);
            throw e;
        }
        return confirmed;
    }

    /// With its number, by which it is known again when the broker returns it.
    private static AMQP.BasicProperties numbered(AMQP.BasicProperties properties, long tag) {
        Map<String, Object> headers = new HashMap<>(properties.getHeaders() == null ? Map.of() : properties.getHeaders());
        headers.put(NUMBER, tag);
        return properties.builder().headers(headers).build();
    }

    /// No queue takes it: the broker returns it, and confirms it afterwards as if all were well.
    private void returned(Return message) {
        if (message.getProperties().getHeaders().get(NUMBER) instanceof Number tag) {
            CompletableFuture<Void> confirmed = waiting.remove(tag.longValue());
            if (confirmed != null) {
                confirmed.completeExceptionally(new NoQueueException(message.getRoutingKey()));
            }
        }
    }

    @Override
    public void handleAck(long deliveryTag, boolean multiple) {
        upTo(deliveryTag, multiple).values().forEach(confirmed -> confirmed.complete(null));
        upTo(deliveryTag, multiple).clear();
    }

    @Override
    public void handleNack(long deliveryTag, boolean multiple) {
        end(upTo(deliveryTag, multiple), new RefusedException("the broker refused the message"));
    }

    private ConcurrentNavigableMap<Long, CompletableFuture<Void>> upTo(long tag, boolean multiple) {
        return multiple ? waiting.headMap(tag, true) : waiting.subMap(tag, true, tag, true);
    }

    private void end(ConcurrentNavigableMap<Long, CompletableFuture<Void>> some, Throwable why) {
        some.values().forEach(confirmed -> confirmed.completeExceptionally(why));
        some.clear();
    }
}
