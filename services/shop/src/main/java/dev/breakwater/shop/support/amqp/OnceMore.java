package dev.breakwater.shop.support.amqp;

import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.InvalidJsonException;
import dev.breakwater.shop.support.outage.OutageException;
import java.io.IOException;

/// What cannot be read is put aside; what meets an outage waits for its end; what else goes wrong is tried once more, and put aside then.
///
/// @param aside where to
record OnceMore(DeadLetterBox aside) implements FailurePolicy {
    @Override
    public void failed(Delivery delivery, RuntimeException why) throws IOException, InterruptedException {
        if (why instanceof OutageException) {
            FailurePolicies.afterOutage(delivery);
        } else if (why instanceof FieldException || why instanceof InvalidJsonException || delivery.isRedelivered()) {
            try {
                aside.take(delivery, why);
            } catch (OutageException notConfirmed) {
                FailurePolicies.afterOutage(delivery);
            }
        } else {
            delivery.requeue();
        }
    }
}
