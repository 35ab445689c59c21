package dev.breakwater.shop.order;

import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.call.Answer;
import dev.breakwater.shop.support.call.CallFailedException;
import dev.breakwater.shop.support.call.ServiceClient;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The read model, as order-projection serves it. Queries are passed on to it. Robust, commands leave it alone: it follows from their
/// events. Naive, they write it themselves when the event is written: a dual write, and nothing mends the second one if it fails.
final class ReadModel {
    private static final String ORDER = "/orders/{id}";
    private static final Optional<Duration> TIMEOUT = Optional.of(Duration.ofSeconds(4));
    private static final int FIRST_REFUSAL = 300;

    private final ServiceClient projection;
    private final Supplier<String> variant;

    ReadModel(ServiceClient projection, Supplier<String> variant) {
        this.projection = projection;
        this.variant = variant;
    }

    Reply order(String orderId) throws InterruptedException {
        Answer answer = ask(() -> projection.get(ORDER, orderId, TIMEOUT));
        return Reply.json(answer.status(), answer.body()).with(answer.headers());
    }

    Reply ordersOfUser(String userId) throws InterruptedException {
        Answer answer = ask(() -> projection.get("/users/{id}/orders", userId, TIMEOUT));
        return Reply.json(answer.status(), answer.body()).with(answer.headers());
    }

    /// Whether commands write the read model.
    boolean isWrittenByCommands() {
        return variant.get().equals(SwitchNames.NAIVE);
    }

    /// @throws ApiException 502 or 504 if it is not written, though the order's event is
    void write(String orderId, Order order) throws InterruptedException {
        Answer answer = ask(() -> projection.put(ORDER, orderId, Json.write(order.json()), TIMEOUT));
        if (answer.status() >= FIRST_REFUSAL) {
            throw new ApiException(502, "order projection failed");
        }
    }

    private interface Call {
        Answer go() throws InterruptedException;
    }

    private static Answer ask(Call call) throws InterruptedException {
        try {
            return call.go();
        } catch (CallFailedException e) {
            throw e.isTimeout() ? new ApiException(504, "order projection timeout") : new ApiException(502, "order projection failed");
        }
    }
}
