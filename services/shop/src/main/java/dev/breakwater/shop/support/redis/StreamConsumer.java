package dev.breakwater.shop.support.redis;

import dev.breakwater.contract.EventFields;
import dev.breakwater.contract.Figure;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.InvalidJsonException;
import dev.breakwater.shop.support.outage.Loop;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import dev.breakwater.shop.support.telemetry.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One consumer of a group on one or more streams: each entry is handled, and acknowledged in the same commit as what follows from it.
/// Survives any outage of Redis: what was delivered to it and not acknowledged, it reads again first.
public final class StreamConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamConsumer.class);
    private static final int MAX_DELIVERIES = 5;
    private static final int MAX_CONFLICTS = 50;

    private final Journal journal;
    private final Telemetry telemetry;
    private final Map<String, EventHandler> handlers;
    private final GroupReader reader;
    private final Lanes lanes = new Lanes(this::deliver);
    private boolean prepared;
    private final Loop loop;

    /// @param name of this consumer in the group: the same again after a restart of the process
    /// @param handlers by stream
    public StreamConsumer(Journal journal, Telemetry telemetry, String group, String name, Map<String, EventHandler> handlers,
            Reading reading) {
        this.journal = journal;
        this.telemetry = telemetry;
        this.handlers = Map.copyOf(handlers);
        this.reader = new GroupReader(journal.redis(), group, name, this.handlers.keySet(), reading);
        this.loop = Loop.start(group + " reading " + String.join(", ", this.handlers.keySet().stream().sorted().toList()),
                Duration.ZERO, this::round);
    }

    private void round() throws InterruptedException {
        if (!prepared) {
            handlers.values().forEach(EventHandler::prepare);
            prepared = true;
        }
        try {
            lanes.handle(reader.next());
        } catch (RuntimeException e) {
            reader.restart();
            throw e;
        }
    }

    private void deliver(Delivery delivery) {
        if (delivery.again()) {
            telemetry.figure(Figure.REDELIVERED, delivery.stream(), 1);
        }
        Context sender = TraceContext.context(delivery.fields().get(EventFields.TRACEPARENT));
        Span span = telemetry.span(SpanKind.CONSUMER, "process " + delivery.stream(), sender)
                .addLink(Span.fromContext(sender).getSpanContext())
                .setAttribute(MessageAttributes.SYSTEM, "redis")
                .setAttribute(MessageAttributes.DESTINATION, delivery.stream())
                .setAttribute(MessageAttributes.OPERATION, "process")
                .setAttribute(MessageAttributes.GROUP, delivery.group())
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            Event event = Event.read(delivery.fields(), journal.bodies());
            span.setAttribute(MessageAttributes.MESSAGE_ID, event.id());
            Journal.describe(span, event, delivery.fields());
            handle(delivery, event);
        } catch (FieldException | InvalidJsonException e) {
            Telemetry.fail(span, String.valueOf(e.getMessage()));
            bury(delivery, String.valueOf(e.getMessage()));
        } catch (OutageException e) {
            Telemetry.fail(span, String.valueOf(e.getMessage()));
            throw e;
        } catch (RuntimeException e) {
            Telemetry.fail(span, e.toString());
            giveUpAfterTooMany(delivery, e);
        } finally {
            span.end();
        }
    }

    private void handle(Delivery delivery, Event event) {
        EventHandler handler = Optional.ofNullable(handlers.get(delivery.stream())).orElseThrow();
        for (int conflicts = 0; conflicts < MAX_CONFLICTS; conflicts++) {
            if (journal.commit(handler.handle(event), delivery) instanceof CommitResult.Committed) {
                return;
            }
        }
        throw new IllegalStateException("the state changed " + MAX_CONFLICTS + " times while " + event.type() + " was handled");
    }

    private void giveUpAfterTooMany(Delivery delivery, RuntimeException e) {
        long deliveries = reader.deliveries(delivery);
        LOG.warn("{} {} failed, delivery {} of {}", delivery.stream(), delivery.entryId(), deliveries, MAX_DELIVERIES, e);
        if (deliveries >= MAX_DELIVERIES) {
            bury(delivery, e.toString());
            return;
        }
        throw e; // it is read again before what came after it
    }

    private void bury(Delivery delivery, String why) {
        if (DeadLetters.bury(journal.redis(), delivery, why)) {
            LOG.warn("{} {} is put on the dead stream: {}", delivery.stream(), delivery.entryId(), why);
        }
    }

    /// When it is closed: takes it out of the group, unless something of it is pending.
    ///
    /// @return whether it is out
    boolean left() {
        return reader.left();
    }

    /// Lets the entries that are being handled end.
    @Override
    public void close() {
        loop.stop();
        reader.close();
        loop.close();
        lanes.close();
    }
}
