package dev.breakwater.shop.order;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.call.Answer;
import dev.breakwater.shop.support.call.CallFailedException;
import dev.breakwater.shop.support.call.ServiceClient;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The routes of the order service: commands are carried out here, queries are passed on to the read model.
final class OrderApi {
    private static final Optional<Duration> READ_TIMEOUT = Optional.of(Duration.ofSeconds(4));

    private final Journal journal;
    private final Orders orders;
    private final Aggregates aggregates;
    private final UserCheck users;
    private final ServiceClient readModel;
    private final Telemetry telemetry;

    OrderApi(Journal journal, Orders orders, Aggregates aggregates, UserCheck users, ServiceClient readModel, Telemetry telemetry) {
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
            return once.create(orders.placing(orderId, order), Reply.created(reply));
        } catch (RuntimeException e) {
            Telemetry.fail(span, String.valueOf(e.getMessage()));
            throw e;
        } finally {
            span.end();
        }
    }

    /// `POST /orders/{id}/cancel {expectedVersion?, reason?}`
    Reply cancel(Request request) {
        String orderId = request.path("id");
        request.isAbout(orderId);
        Fields fields = request.optionalFields();
        OptionalLong expected = fields.optionalWhole("expectedVersion", 0, Long.MAX_VALUE);
        Order order = orders.cancel(orderId, expected, fields.optionalText("reason").orElse(SagaStates.REASON_REQUESTED));
        return Reply.of(202, Json.object().put("id", orderId).put("status", order.status()).put("version", order.version()));
    }

    /// `GET /orders/{id}/events?fromVersion=n`
    Reply events(Request request) {
        String orderId = request.path("id");
        request.isAbout(orderId);
        long from = request.queryNumber("fromVersion", 0, Long.MAX_VALUE).orElse(1);
        List<AggregateEvent> events = Patience.with(() -> aggregates.load(orderId, 1));
        if (events.isEmpty()) {
            throw ApiException.notFound("Order not found");
        }
        ObjectNode reply = Json.object().put("orderId", orderId).put("version", events.getLast().version());
        ArrayNode list = reply.putArray("events");
        events.stream().filter(event -> event.version() >= from).forEach(event -> list.add(event.json()));
        return Reply.ok(reply);
    }

    /// `GET /orders/{id}`
    Reply find(Request request) throws InterruptedException {
        request.isAbout(request.path("id"));
        return passOn("/orders/{id}", request.path("id"));
    }

    /// `GET /users/{id}/orders`
    Reply findOfUser(Request request) throws InterruptedException {
        return passOn("/users/{id}/orders", request.path("id"));
    }

    private Reply passOn(String route, String id) throws InterruptedException {
        try {
            Answer answer = readModel.get(route, id, READ_TIMEOUT);
            return Reply.json(answer.status(), answer.body());
        } catch (CallFailedException e) {
            throw e.isTimeout() ? new ApiException(504, "order projection timeout") : new ApiException(502, "order projection failed");
        }
    }
}
