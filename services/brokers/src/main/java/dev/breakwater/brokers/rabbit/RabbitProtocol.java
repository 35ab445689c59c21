package dev.breakwater.brokers.rabbit;

import java.util.Map;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.Protocol;
import org.apache.qpid.server.model.Transport;
import org.apache.qpid.server.model.port.AmqpPort;
import org.apache.qpid.server.plugin.ProtocolEngineCreator;
import org.apache.qpid.server.transport.AggregateTicker;
import org.apache.qpid.server.transport.ProtocolEngine;
import org.apache.qpid.server.transport.ServerNetworkConnection;
import org.jspecify.annotations.Nullable;

/// Qpid plugin: AMQP 0-9-1 connections whose channels speak RabbitMQ's dialect. Takes the place of Qpid's own creator.
public final class RabbitProtocol implements ProtocolEngineCreator {
    /// Has to be called before the broker starts, else Qpid's own creator may answer first.
    static void install(Map<String, Object> context) {
        System.setProperty("qpid.plugin.disabled:protocolenginecreator." + Protocol.AMQP_0_9_1, "true");
        context.put(AmqpPort.CONNECTION_PROPERTY_ENRICHERS, "[\"STANDARD\",\"" + Capabilities.TYPE + "\"]");
        IdleQueues.startSweeping();
    }

    @Override
    public String getType() {
        return "RABBITMQ_0_9_1";
    }

    @Override
    public Protocol getVersion() {
        return Protocol.AMQP_0_9_1;
    }

    @Override
    public byte[] getHeaderIdentifier() {
        return new byte[] {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
    }

    @Override
    public byte @Nullable [] getSuggestedAlternativeHeader() {
        return null;
    }

    @Override
    public ProtocolEngine newProtocolEngine(
            Broker<?> broker,
            ServerNetworkConnection network,
            AmqpPort<?> port,
            Transport transport,
            long id,
            AggregateTicker ticker) {
        RabbitConnection connection = new RabbitConnection(broker, network, port, transport, id, ticker);
        connection.create();
        return connection;
    }
}
