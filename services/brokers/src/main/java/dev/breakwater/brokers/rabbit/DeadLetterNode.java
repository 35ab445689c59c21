package dev.breakwater.brokers.rabbit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.qpid.server.exchange.DestinationReferrer;
import org.apache.qpid.server.message.InstanceProperties;
import org.apache.qpid.server.message.MessageDestination;
import org.apache.qpid.server.message.MessageInstance;
import org.apache.qpid.server.message.MessageReference;
import org.apache.qpid.server.message.MessageSender;
import org.apache.qpid.server.message.RoutingResult;
import org.apache.qpid.server.message.ServerMessage;
import org.apache.qpid.server.model.NamedAddressSpace;
import org.apache.qpid.server.model.PublishingLink;
import org.apache.qpid.server.model.Queue;
import org.apache.qpid.server.protocol.v0_8.AMQMessage;
import org.apache.qpid.server.queue.BaseQueue;
import org.apache.qpid.server.security.SecurityToken;
import org.apache.qpid.server.store.StorableMessageMetaData;
import org.apache.qpid.server.txn.ServerTransaction;
import org.apache.qpid.server.util.Action;
import org.jspecify.annotations.Nullable;

/// Where the dead letters of one queue go: they are published anew, with `x-death`, to the queue's `x-dead-letter-exchange`.
/// Leaving the old queue and entering the new one is one transaction of Qpid's.
record DeadLetterNode(NamedAddressSpace host, String queue) implements MessageDestination {
    @Override
    public <M extends ServerMessage<? extends StorableMessageMetaData>> RoutingResult<M> route(
            M dead, String routingKey, InstanceProperties entry) {
        Map<String, String> arguments = arguments().orElse(Map.of());
        String exchange = arguments.get(QueueArguments.DEAD_LETTER_EXCHANGE);
        if (exchange == null || !(dead instanceof AMQMessage message)) return new RoutingResult<>(dead);
        String key = arguments.getOrDefault(QueueArguments.DEAD_LETTER_KEY, message.getInitialRoutingAddress());
        DeadLetter letter = new DeadLetter(queue, expired(entry) ? "expired" : "rejected", exchange, key);
        return new RoutingResult<>(dead) {
            /// Would ask whether the old message has expired; the new one never has.
            @Override
            public void filter(Predicate<BaseQueue> old) {}

            @Override
            public int send(ServerTransaction transaction, @Nullable Action<? super MessageInstance> then) {
                return publish(letter, message, transaction, then);
            }
        };
    }

    private int publish(
            DeadLetter letter, AMQMessage message, ServerTransaction transaction, @Nullable Action<? super MessageInstance> then) {
        MessageDestination target = letter.exchange().isEmpty()
                ? host.getDefaultDestination()
                : host.getAttainedMessageDestination(letter.exchange(), false);
        if (target == null) return 0;
        AMQMessage copy = letter.copyOf(message, host.getMessageStore());
        try (MessageReference<?> held = copy.newReference()) {
            return target.route((AMQMessage) held.getMessage(), letter.routingKey(), InstanceProperties.EMPTY).send(transaction, then);
        }
    }

    private Optional<Map<String, String>> arguments() {
        return host.getAttainedMessageSource(queue) instanceof Queue<?> found
                ? RememberedArguments.of(found)
                : Optional.empty();
    }

    private static boolean expired(InstanceProperties entry) {
        return entry.getProperty(InstanceProperties.Property.EXPIRATION) instanceof Number at
                && at.longValue() > 0
                && at.longValue() <= System.currentTimeMillis();
    }

    @Override
    public String getName() {
        return DeadLetters.nodeName(queue);
    }

    @Override
    public NamedAddressSpace getAddressSpace() {
        return host;
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public @Nullable MessageDestination getAlternateBindingDestination() {
        return null;
    }

    @Override
    public void authorisePublish(SecurityToken token, Map<String, Object> arguments) {}

    @Override
    public void linkAdded(MessageSender sender, PublishingLink link) {}

    @Override
    public void linkRemoved(MessageSender sender, PublishingLink link) {}

    @Override
    public void addReference(DestinationReferrer referrer) {}

    @Override
    public void removeReference(DestinationReferrer referrer) {}
}
