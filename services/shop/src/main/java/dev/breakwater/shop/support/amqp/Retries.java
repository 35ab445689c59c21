package dev.breakwater.shop.support.amqp;

import dev.breakwater.contract.Queues;
import dev.breakwater.shop.support.outage.OutageException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Robust: a message that could not be handled is tried again after a pause that doubles, and given up after some retries. It waits in a
/// queue, so that it holds up nobody, and leaves the first one when the broker has confirmed the copy: a crash in between makes two of
/// it, never none.
final class Retries implements FailurePolicy {
    private final QueuePublisher publisher;
    private final QueueSpec queue;
    private final DeadLetterBox aside;
    private final Supplier<Integer> limit;
    private final Supplier<Integer> pauseMillis;

    /// @param publisher with the queues of [#queues]
    /// @param queue that the messages come from
    /// @param limit how often to try again; at most [Queues#MAX_RETRIES] times
    /// @param pauseMillis before the first retry
    Retries(QueuePublisher publisher, QueueSpec queue, Supplier<Integer> limit, Supplier<Integer> pauseMillis) {
        this.publisher = publisher;
        this.queue = queue;
        this.aside = new DeadLetterBox(publisher, queue);
        this.limit = limit;
        this.pauseMillis = pauseMillis;
    }

    /// What has to be there for the retries of `queue`.
    static List<QueueSpec> queues(QueueSpec queue) {
        return IntStream.rangeClosed(1, Queues.MAX_RETRIES)
                .mapToObj(retry -> QueueSpec.of(Queues.retry(queue.name(), retry), Queues.retryArguments(queue.name()))).toList();
    }

    @Override
    public void failed(Delivery delivery, RuntimeException why) throws IOException, InterruptedException {
        if (why instanceof OutageException) {
            FailurePolicies.afterOutage(delivery);
            return;
        }
        try {
            int retry = delivery.retries() + 1;
            if (retry > limit.get()) {
                aside.take(delivery, why);
            } else {
                long pause = (long) pauseMillis.get() << (retry - 1);
                publisher.forward(Destination.queue(Queues.retry(queue.name(), retry)),
                        delivery.again(retry, why, Optional.of(Long.toString(pause))), delivery.body());
                delivery.ack();
            }
        } catch (OutageException notConfirmed) {
            FailurePolicies.afterOutage(delivery);
        }
    }

    /// Naive: sent again without waiting for the broker's word, and acknowledged at once; given up by acknowledging it. A crash between
    /// the two makes two of it; a copy that does not arrive, and a message that is given up, are gone.
    static void republish(QueuePublisher publisher, String queue, Delivery delivery, RuntimeException why) throws IOException {
        int retry = delivery.retries() + 1;
        if (retry <= Queues.MAX_RETRIES) {
            publisher.forget(Destination.queue(queue), delivery.again(retry, why, Optional.empty()), delivery.body());
        }
        delivery.ack();
    }
}
