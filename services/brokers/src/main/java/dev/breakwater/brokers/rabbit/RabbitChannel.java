package dev.breakwater.brokers.rabbit;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.qpid.server.model.LifetimePolicy;
import org.apache.qpid.server.model.Queue;
import org.apache.qpid.server.protocol.v0_8.AMQChannel;
import org.apache.qpid.server.protocol.v0_8.AMQShortString;
import org.apache.qpid.server.protocol.v0_8.FieldTable;
import org.apache.qpid.server.protocol.v0_8.MessageConsumerAssociation;
import org.apache.qpid.server.protocol.v0_8.UnacknowledgedMessageMap;
import org.apache.qpid.server.protocol.v0_8.transport.AMQMethodBody;
import org.apache.qpid.server.protocol.v0_8.transport.BasicContentHeaderProperties;
import org.jspecify.annotations.Nullable;

/// Sits before one of Qpid's channels and turns RabbitMQ's dialect into Qpid's; every call not named here passes unchanged.
/// The arguments of a call lie in an array in the order of Qpid's `ServerChannelMethodProcessor`.
final class RabbitChannel implements InvocationHandler {
    private static final int PRECONDITION_FAILED = 406;
    private static final int LONGEST_REPLY_TEXT = 255;
    private static final String REPLY_TO = "amq.rabbitmq.reply-to";
    /// The only private member of Qpid's that is needed: `basic.nack` of several has no other way to know them.
    private static final Field UNACKNOWLEDGED = unacknowledged();

    private final RabbitConnection connection;
    private final AMQChannel channel;
    private final Map<AMQShortString, Queue<?>> consumers = new ConcurrentHashMap<>();
    private @Nullable String replyQueue;

    RabbitChannel(RabbitConnection connection, AMQChannel channel) {
        this.connection = connection;
        this.channel = channel;
    }

    /// Consumer tag → its queue.
    Map<AMQShortString, Queue<?>> consumers() {
        return consumers;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? new Object[0] : given;
        try {
            return switch (method.getName()) {
                case "receiveQueueDeclare" -> declareQueue(method, arguments);
                case "receiveQueueDelete" -> deleteQueue(method, arguments);
                case "receiveExchangeDeclare" -> declareExchange(method, arguments);
                case "receiveExchangeDelete" -> deleteExchange(method, arguments);
                case "receiveBasicConsume" -> consume(method, arguments);
                case "receiveBasicCancel" -> cancel(method, arguments);
                case "receiveBasicGet" -> get(method, arguments);
                case "receiveBasicNack" -> nack(method, arguments);
                case "receiveMessageHeader" -> header(method, arguments);
                default -> method.invoke(channel, arguments);
            };
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /// queue, passive, durable, exclusive, autoDelete, nowait, arguments.
    private @Nullable Object declareQueue(Method method, Object[] arguments) throws ReflectiveOperationException {
        boolean passive = (boolean) arguments[1];
        if (!passive) {
            Optional<String> refusal = translate(arguments);
            if (refusal.isPresent()) {
                connection.closeChannelAndWriteFrame(channel, PRECONDITION_FAILED, shortened(refusal.get()));
                return null;
            }
        }
        String name = String.valueOf(arguments[0]);
        boolean existed = connection.queue(name) != null;
        method.invoke(channel, arguments);
        Queue<?> queue = connection.queue(name);
        if (queue != null && !existed) DeadLetters.watch(queue);
        if (queue != null) IdleQueues.used(queue);
        return null;
    }

    /// Puts Qpid's arguments in the place of RabbitMQ's, or says why the declaration is refused.
    private Optional<String> translate(Object[] arguments) {
        String name = isEmpty(arguments[0]) ? "amq.gen-" + UUID.randomUUID() : arguments[0].toString();
        Map<String, Object> qpid;
        try {
            Map<String, Object> wire = FieldTable.convertToMap((FieldTable) arguments[6]);
            qpid = QueueArguments.toQpid(name, (boolean) arguments[2], (boolean) arguments[4], wire);
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        Queue<?> existing = connection.queue(name);
        if (existing != null) {
            Optional<String> difference = difference(existing, String.valueOf(qpid.get(QueueArguments.DESCRIPTION)));
            if (difference.isPresent()) return difference;
        } else DeadLetters.addNode(connection.getAddressSpace(), name);
        arguments[0] = AMQShortString.valueOf(name);
        arguments[6] = FieldTable.convertToFieldTable(qpid);
        return Optional.empty();
    }

    /// Of two declarations; somebody else's exclusive queue is left to Qpid, which refuses it with another code.
    private Optional<String> difference(Queue<?> existing, String received) {
        if (!existing.verifySessionAccess(channel)) return Optional.empty();
        return RememberedArguments.of(existing)
                .flatMap(current -> RememberedArguments.difference(
                        existing.getName(), current, RememberedArguments.parse(received).orElse(Map.of())));
    }

    /// queue, ifUnused, ifEmpty, nowait. Deleting what is not there is no error.
    private @Nullable Object deleteQueue(Method method, Object[] arguments) throws ReflectiveOperationException {
        if (isEmpty(arguments[0]) || connection.queue(arguments[0].toString()) != null) return method.invoke(channel, arguments);
        if (!(boolean) arguments[3]) answer(connection.getMethodRegistry().createQueueDeleteOkBody(0));
        return null;
    }

    /// …, arguments at place 7.
    private @Nullable Object declareExchange(Method method, Object[] arguments) throws ReflectiveOperationException {
        Map<String, Object> wire = new HashMap<>(FieldTable.convertToMap((FieldTable) arguments[7]));
        Object alternate = wire.remove("alternate-exchange");
        if (alternate != null) {
            wire.put("alternateExchange", alternate);
            arguments[7] = FieldTable.convertToFieldTable(wire);
        }
        return method.invoke(channel, arguments);
    }

    /// exchange, ifUnused, nowait. Deleting what is not there is no error.
    private @Nullable Object deleteExchange(Method method, Object[] arguments) throws ReflectiveOperationException {
        String name = String.valueOf(arguments[0]);
        if (connection.getAddressSpace().getAttainedMessageDestination(name, false) != null) return method.invoke(channel, arguments);
        if (!(boolean) arguments[2]) answer(connection.getMethodRegistry().createExchangeDeleteOkBody());
        return null;
    }

    /// queue, consumerTag, …; the reply-to pseudo-queue gets a real one of this connection's.
    private @Nullable Object consume(Method method, Object[] arguments) throws ReflectiveOperationException {
        if (arguments[0] != null && REPLY_TO.equals(arguments[0].toString())) arguments[0] = AMQShortString.valueOf(replyQueue());
        if (isEmpty(arguments[1])) arguments[1] = AMQShortString.valueOf("amq.ctag-" + UUID.randomUUID());
        Object result = method.invoke(channel, arguments);
        Queue<?> queue = arguments[0] == null ? null : connection.queue(arguments[0].toString());
        if (queue != null) consumers.put((AMQShortString) arguments[1], queue);
        return result;
    }

    private String replyQueue() {
        String name = replyQueue;
        if (name != null) return name;
        String fresh = REPLY_TO + "." + UUID.randomUUID();
        connection.getAddressSpace().createMessageSource(Queue.class, Map.of(
                Queue.NAME, fresh, Queue.DURABLE, false, Queue.LIFETIME_POLICY, LifetimePolicy.DELETE_ON_CONNECTION_CLOSE));
        replyQueue = fresh;
        return fresh;
    }

    private @Nullable Object cancel(Method method, Object[] arguments) throws ReflectiveOperationException {
        consumers.remove((AMQShortString) arguments[0]);
        return method.invoke(channel, arguments);
    }

    private @Nullable Object get(Method method, Object[] arguments) throws ReflectiveOperationException {
        Queue<?> queue = connection.queue(String.valueOf(arguments[0]));
        if (queue != null) IdleQueues.used(queue);
        return method.invoke(channel, arguments);
    }

    /// deliveryTag, multiple, requeue. Qpid would requeue only the last of several.
    private @Nullable Object nack(Method method, Object[] arguments) throws ReflectiveOperationException {
        boolean multiple = (boolean) arguments[1];
        if (!multiple) return method.invoke(channel, arguments);
        Map<Long, MessageConsumerAssociation> upToTag = new LinkedHashMap<>();
        ((UnacknowledgedMessageMap) UNACKNOWLEDGED.get(channel)).collect((long) arguments[0], true, upToTag);
        for (long tag : List.copyOf(upToTag.keySet())) channel.receiveBasicNack(tag, false, (boolean) arguments[2]);
        return null;
    }

    private @Nullable Object header(Method method, Object[] arguments) throws ReflectiveOperationException {
        BasicContentHeaderProperties properties = (BasicContentHeaderProperties) arguments[0];
        Expiration.toQpid(properties);
        if (replyQueue != null && REPLY_TO.equals(properties.getReplyToAsString())) properties.setReplyTo(replyQueue);
        return method.invoke(channel, arguments);
    }

    private void answer(AMQMethodBody body) {
        connection.writeFrame(body.generateFrame(channel.getChannelId()));
    }

    private static boolean isEmpty(@Nullable Object name) {
        return name == null || name.toString().isEmpty();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REPLY_TEXT ? text : text.substring(0, LONGEST_REPLY_TEXT);
    }

    private static Field unacknowledged() {
        try {
            Field field = AMQChannel.class.getDeclaredField("_unacknowledgedMessageMap");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("this dialect is written for Qpid Broker-J 10.1", e);
        }
    }
}
