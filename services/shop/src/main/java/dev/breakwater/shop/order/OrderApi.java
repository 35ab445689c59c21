package dev.breakwater.shop.order;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.Figure;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.http.Request;
import dev.breakwater.shop.support.idempotency.IdempotentRequest;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.outage.Patience;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The routes of the order service: commands are carried out here, queries are passed on to the read model.
final class OrderApi {
    private final Journal journal;
    private final Orders orders;
    private final Aggregates aggregates;
    private final UserCheck users;
    private final ReadModel readModel;
    private final Telemetry telemetry;

    OrderApi(Journal journal, Orders orders, Aggregates aggregates, UserCheck users, ReadModel readModel, Telemetry telemetry) {
        this.journal = journal;
        this.orders = orders;
        this.aggregates = aggregates;
        this.users = users;
        this.readModel = readModel;
        this.telemetry = telemetry;
    }

    /// `POST /orders {userId, items:[{productId, quantity}]}`
    Reply place(Request request) throws InterruptedException {
        NewOrder order = NewOrder.read(request.fields());
        IdempotentRequest once = new IdempotentRequest(journal, Services.ORDER, SwitchNames.ROBUST, request);
        Optional<Reply> before = once.answered();
        if (before.isPresent()) {
            return before.get();
        }
        String orderId = UUID.randomUUID().toString();
        request.isAbout(orderId);
        Span span = telemetry.span(SpanKind.INTERNAL, Attributes.SPAN_PROCESS_ORDER).setAttribute(Attributes.ORDER_ID, orderId)
                .setAttribute(Attributes.ORDER_AMOUNT, order.totalAmount().doubleValue()).startSpan();
        try (Scope _ = span.makeCurrent()) {
            users.require(order.userId());
            ObjectNode reply = Json.object().put("id", orderId).put("status", SagaStates.ORDER_PENDING)
                    .put("totalAmount", order.totalAmount());
            Reply created = once.create(orders.placing(orderId, order), Reply.created(reply));
            writeReadModel(orderId);
            return created;
        } catch (RuntimeException e) {
            Telemetry.fail(span, String.valueOf(e.getMessage()));
            throw e;
        } finally {
            span.end();
        }
    }

    /// `POST /orders/{id}/cancel {expectedVersion?, reason?}`
    Reply cancel(Request request) throws InterruptedException {
        String orderId = request.path("id");
        request.isAbout(orderId);
        Fields fields = request.optionalFields();
        OptionalLong expected = fields.optionalWhole("expectedVersion", 0, Long.MAX_VALUE);
        Order order = orders.cancel(orderId, expected, fields.optionalText("reason").orElse(SagaStates.REASON_REQUESTED));
        writeReadModel(orderId);
        return Reply.of(202, Json.object().put("id", orderId).put("status", order.status()).put("version", order.version()));
    }

    /// `GET /orders/{id}/events?fromVersion=n`
    Reply events(Request request) {
        String orderId = request.path("id");
        request.isAbout(orderId);
        long from = request.queryNumber("fromVersion", 0, Long.MAX_VALUE).orElse(1);
        List<AggregateEvent> events = Patience.with(() -> aggregates.load(orderId));
        if (events.isEmpty()) {
            throw ApiException.notFound("Order not found");
        }
        ObjectNode reply = Json.object().put("orderId", orderId).put("version", events.getLast().version());
        ArrayNode list = reply.putArray("events");
        events.stream().filter(event -> event.version() >= from).forEach(event -> list.add(event.json()));
        return Reply.ok(reply);
    }

    /// `GET /orders/{id}/state?version=n`: the order as of that version, rebuilt from its events.
    Reply state(Request request) {
        String orderId = request.path("id");
        request.isAbout(orderId);
        OptionalLong version = request.queryNumber("version", 1, Long.MAX_VALUE);
        Aggregates.Rebuilt rebuilt = Patience.with(() -> aggregates.rebuild(orderId, version.orElse(Long.MAX_VALUE)));
        Order order = rebuilt.order();
        if (!order.exists()) {
            throw ApiException.notFound("Order not found");
        }
        if (version.isPresent() && version.getAsLong() > order.version()) {
            throw ApiException.notFound("Order has no version " + version.getAsLong() + ", its last is " + order.version());
        }
        telemetry.figure(Figure.FOLDED, rebuilt.snapshotVersion() == 0 ? "from the start" : "from a snapshot",
                rebuilt.folded());
        return Reply.ok(Json.object().put("orderId", orderId).setAll(order.json())
                .put("snapshotVersion", rebuilt.snapshotVersion()).put("eventsFolded", rebuilt.folded()));
    }

    /// `GET /orders/{id}`
    Reply find(Request request) throws InterruptedException {
        request.isAbout(request.path("id"));
        return readModel.order(request.path("id"));
    }

    /// `GET /users/{id}/orders`
    Reply findOfUser(Request request) throws InterruptedException {
        return readModel.ordersOfUser(request.path("id"));
    }

    /// The second step of a dual write, if commands take one.
    private void writeReadModel(String orderId) throws InterruptedException {
        if (!readModel.isWrittenByCommands()) {
            return;
        }
        Order order = Patience.with(() -> aggregates.order(orderId));
        if (order.exists()) { // another request with this idempotency key may have placed another one
            readModel.write(orderId, order);
        }
    }
}
