package dev.breakwater.brokers.rabbit;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.qpid.server.message.InstanceProperties;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.Protocol;
import org.apache.qpid.server.model.Queue;
import org.apache.qpid.server.model.Transport;
import org.apache.qpid.server.model.port.AmqpPort;
import org.apache.qpid.server.protocol.v0_8.AMQChannel;
import org.apache.qpid.server.protocol.v0_8.AMQMessage;
import org.apache.qpid.server.protocol.v0_8.AMQPConnection_0_8Impl;
import org.apache.qpid.server.protocol.v0_8.AMQShortString;
import org.apache.qpid.server.protocol.v0_8.ClientDeliveryMethod;
import org.apache.qpid.server.protocol.v0_8.ProtocolOutputConverter;
import org.apache.qpid.server.protocol.v0_8.ProtocolOutputConverterImpl;
import org.apache.qpid.server.protocol.v0_8.transport.AMQDataBlock;
import org.apache.qpid.server.protocol.v0_8.transport.AMQFrame;
import org.apache.qpid.server.protocol.v0_8.transport.BasicCancelBody;
import org.apache.qpid.server.protocol.v0_8.transport.QueueDeclareOkBody;
import org.apache.qpid.server.protocol.v0_8.transport.ServerChannelMethodProcessor;
import org.apache.qpid.server.transport.AggregateTicker;
import org.apache.qpid.server.transport.ServerNetworkConnection;
import org.jspecify.annotations.Nullable;

/// A connection of Qpid's with a [RabbitChannel] before each of its channels.
final class RabbitConnection extends AMQPConnection_0_8Impl {
    private record Wrapped(AMQChannel channel, RabbitChannel dialect, ServerChannelMethodProcessor processor) {}

    private final Map<Integer, Wrapped> channels = new ConcurrentHashMap<>();

    RabbitConnection(
            Broker<?> broker,
            ServerNetworkConnection network,
            AmqpPort<?> port,
            Transport transport,
            long id,
            AggregateTicker ticker) {
        super(broker, network, port, transport, Protocol.AMQP_0_9_1, id, ticker);
    }

    @Override
    public ServerChannelMethodProcessor getChannelMethodProcessor(int id) {
        ServerChannelMethodProcessor plain = super.getChannelMethodProcessor(id);
        if (!(plain instanceof AMQChannel channel)) {
            channels.remove(id);
            return plain;
        }
        Wrapped known = channels.get(id);
        if (known != null && known.channel == channel) return known.processor;
        Wrapped fresh = wrap(channel);
        channels.put(id, fresh);
        return fresh.processor;
    }

    private Wrapped wrap(AMQChannel channel) {
        RabbitChannel dialect = new RabbitChannel(this, channel);
        Class<?>[] type = {ServerChannelMethodProcessor.class};
        Object processor = Proxy.newProxyInstance(RabbitConnection.class.getClassLoader(), type, dialect);
        return new Wrapped(channel, dialect, (ServerChannelMethodProcessor) processor);
    }

    /// `queue.declare-ok`: RabbitMQ counts the ready messages only, Qpid the unacknowledged ones too.
    @Override
    public synchronized void writeFrame(AMQDataBlock block) {
        if (block instanceof AMQFrame frame && frame.getBodyFrame() instanceof QueueDeclareOkBody ok) {
            Queue<?> queue = queue(AMQShortString.toString(ok.getQueue()));
            super.writeFrame(queue == null ? block : new AMQFrame(frame.getChannel(), countingReady(ok, queue)));
        } else super.writeFrame(block);
    }

    private static QueueDeclareOkBody countingReady(QueueDeclareOkBody ok, Queue<?> queue) {
        long ready = Math.max(0, queue.getQueueDepthMessages() - queue.getUnacknowledgedMessages());
        return new QueueDeclareOkBody(ok.getQueue(), ready, ok.getConsumerCount());
    }

    @Override
    public ClientDeliveryMethod createDeliveryMethod(int id) {
        ClientDeliveryMethod plain = super.createDeliveryMethod(id);
        return (target, message, properties, tag) ->
                plain.deliverToClient(target, Expiration.asPublished(message), properties, tag);
    }

    /// For `basic.get-ok`.
    @Override
    public ProtocolOutputConverter getProtocolOutputConverter() {
        return new ProtocolOutputConverterImpl(this) {
            @Override
            public long writeGetOk(AMQMessage message, InstanceProperties properties, int id, long tag, int size) {
                return super.writeGetOk(Expiration.asPublished(message), properties, id, tag, size);
            }
        };
    }

    /// Tells every consumer of a deleted queue (`consumer_cancel_notify`).
    void cancelConsumersOf(Queue<?> gone) {
        channels.forEach((id, wrapped) -> wrapped.dialect.consumers().forEach((tag, queue) -> {
            if (queue == gone && wrapped.dialect.consumers().remove(tag, queue))
                addAsyncTask(connection -> {
                    if (getChannel(id) == wrapped.channel) writeFrame(new AMQFrame(id, new BasicCancelBody(tag, true)));
                });
        }));
    }

    /// Null when there is none of that name.
    @Nullable
    Queue<?> queue(@Nullable String name) {
        return name != null && getAddressSpace().getAttainedMessageSource(name) instanceof Queue<?> queue ? queue : null;
    }
}
