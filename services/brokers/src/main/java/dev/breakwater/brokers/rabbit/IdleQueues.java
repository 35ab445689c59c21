package dev.breakwater.brokers.rabbit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.server.model.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `x-expires`, which Qpid lacks: deletes a queue that saw no consumer, get or declare for so long.
final class IdleQueues {
    private static final Logger LOG = LoggerFactory.getLogger(IdleQueues.class);
    private static final int SWEEP_MILLIS = 200;
    private static final Map<Queue<?>, Lease> LEASES = new ConcurrentHashMap<>();

    private record Lease(long idleMillis, long lastUseNanos) {
        Lease renewed() {
            return new Lease(idleMillis, System.nanoTime());
        }

        boolean over() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastUseNanos) >= idleMillis;
        }
    }

    private IdleQueues() {}

    static void startSweeping() {
        Future<?> unused = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("idle-queues").factory())
                .scheduleWithFixedDelay(IdleQueues::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    static void used(Queue<?> queue) {
        RememberedArguments.of(queue)
                .map(arguments -> arguments.get("x-expires"))
                .ifPresent(millis -> LEASES.put(queue, new Lease(Long.parseLong(millis), System.nanoTime())));
    }

    private static void sweep() {
        LEASES.forEach((queue, lease) -> {
            if (queue.isDeleted()) LEASES.remove(queue);
            else if (queue.getConsumerCount() > 0) LEASES.replace(queue, lease, lease.renewed());
            else if (lease.over() && LEASES.remove(queue, lease)) delete(queue);
        });
    }

    private static void delete(Queue<?> queue) {
        try {
            queue.delete();
        } catch (RuntimeException e) { // Qpid throws many kinds; the sweep has to live on
            LOG.warn("queue {} is idle but could not be deleted: {}", queue.getName(), e.toString());
        }
    }
}
