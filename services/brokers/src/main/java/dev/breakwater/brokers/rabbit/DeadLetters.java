package dev.breakwater.brokers.rabbit;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.qpid.server.model.NamedAddressSpace;
import org.apache.qpid.server.model.Queue;
import org.apache.qpid.server.model.VirtualHost;
import org.apache.qpid.server.plugin.SystemNodeCreator;

/// Qpid plugin: gives each queue a system destination of its own, the queue's "alternate binding", to which its dead letters go.
/// It knows the queue's arguments and looks the dead-letter exchange up when a message dies, so the order of declaration is free.
public final class DeadLetters implements SystemNodeCreator {
    private static final Map<UUID, SystemNodeRegistry> REGISTRIES = new ConcurrentHashMap<>();

    static String nodeName(String queue) {
        return "dead-letters-of:" + queue;
    }

    /// Has to exist before its queue does: Qpid resolves the alternate binding when it makes the queue.
    static void addNode(NamedAddressSpace host, String queue) {
        registry(host).registerSystemNode(new DeadLetterNode(host, queue));
    }

    /// When the queue goes, however it goes: its node goes and its consumers hear of it.
    static void watch(Queue<?> queue) {
        NamedAddressSpace host = queue.getVirtualHost();
        queue.addDeleteTask(gone -> {
            registry(host).removeSystemNode(nodeName(queue.getName()));
            host.getConnections().forEach(connection -> {
                if (connection instanceof RabbitConnection rabbit) rabbit.cancelConsumersOf(queue);
            });
        });
    }

    private static SystemNodeRegistry registry(NamedAddressSpace host) {
        SystemNodeRegistry registry = REGISTRIES.get(host.getId());
        if (registry == null) throw new IllegalStateException("virtual host " + host.getName() + " was never registered");
        return registry;
    }

    @Override
    public String getType() {
        return "RABBITMQ_DEAD_LETTERS";
    }

    /// Called before any recovered queue opens.
    @Override
    public void register(SystemNodeRegistry registry) {
        VirtualHost<?> host = registry.getVirtualHost();
        REGISTRIES.put(host.getId(), registry);
        for (Queue<?> queue : host.getChildren(Queue.class)) {
            addNode(host, queue.getName());
            watch(queue);
            IdleQueues.used(queue);
        }
    }
}
