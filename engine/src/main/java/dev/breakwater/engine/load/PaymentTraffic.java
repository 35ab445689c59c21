package dev.breakwater.engine.load;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.Catalogue;
import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.payment.PaymentRequest;
import dev.breakwater.contract.payment.PaymentServiceGrpc;
import dev.breakwater.contract.payment.PaymentServiceGrpc.PaymentServiceBlockingStub;
import dev.breakwater.contract.payment.PaymentStatusRequest;
import dev.breakwater.engine.load.ShopClient.Trace;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Payments by gRPC, without an order. Every call has a deadline; one that got no answer is sent again with the same order id, at most
/// twice. Each is told as a finished CLIENT span.
final class PaymentTraffic implements Visitors {
    private static final String PACKAGE = "PaymentService/";
    private static final int TRIES = 3;
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Metadata.Key<String> AUTHORIZATION = key(Headers.AUTHORIZATION);
    private static final Metadata.Key<String> TRACEPARENT = key(Headers.TRACEPARENT);
    private static final Metadata.Key<String> CALLER = key(Headers.X_SERVICE);

    private final Traffic.Payments traffic;
    private final long seed;
    private final ClientToken token;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Consumer<Fact> facts;
    private final ManagedChannel channel;

    /// @param address the client's link to the gRPC server of payment-service
    PaymentTraffic(Traffic.Payments traffic, long seed, URI address, ClientToken token, InstantSource clock, LongSupplier nanoTime,
            Consumer<Fact> facts) {
        this.traffic = traffic;
        this.seed = seed;
        this.token = token;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.facts = facts;
        this.channel = NettyChannelBuilder.forAddress(address.getHost(), address.getPort()).usePlaintext().build();
    }

    /// One call and what came of it; empty when it got no answer.
    private record Call(String method, String orderId, String body) {}

    @Override
    public void arrive(Doors doors) throws InterruptedException {
        doors.awaitReady(Set.of(Services.PAYMENT));
    }

    @Override
    public boolean send(long number) throws InterruptedException {
        RandomGenerator random = Chance.PAY.of(seed, number);
        String orderId = orderId(random);
        boolean tooMuch = random.nextDouble(100) < traffic.overLimitPercent();
        double cents = random.nextInt(500, 50_000) / 100.0;
        double amount = tooMuch ? Catalogue.PAYMENT_LIMIT.doubleValue() + cents : cents;
        PaymentRequest request = PaymentRequest.newBuilder().setOrderId(orderId).setUserId("customer-" + random.nextInt(25))
                .setAmount(amount).setCurrency("EUR").setPaymentMethod("card").build();
        Call call = new Call("ProcessPayment", orderId, ClientJson.object(Map.of("order_id", orderId, "user_id", request.getUserId(),
                "amount", amount, "currency", "EUR", "payment_method", "card")));
        return untilAnswered(call, Trace.draw(random), random, stub -> stub.processPayment(request));
    }

    @Override
    public void after(long number) throws InterruptedException {
        String orderId = orderId(Chance.PAY.of(seed, number));
        RandomGenerator random = Chance.LOOK.of(seed, number);
        if (random.nextDouble(100) < traffic.statusPercent()) {
            Call call = new Call("GetPaymentStatus", orderId, ClientJson.object(Map.of("order_id", orderId)));
            untilAnswered(call, Trace.draw(random), random,
                    stub -> stub.getPaymentStatus(PaymentStatusRequest.newBuilder().setOrderId(orderId).build()));
        }
    }

    private static String orderId(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private boolean untilAnswered(Call call, Trace first, RandomGenerator random, Function<PaymentServiceBlockingStub, Object> ask)
            throws InterruptedException {
        Trace trace = first;
        for (int tries = 1; ; tries++) {
            Status status = once(call, trace, ask);
            if (status.isOk() || tries == TRIES || !isWorthAnotherTry(status)) {
                return status.isOk();
            }
            Thread.sleep(PAUSE.multipliedBy(tries));
            trace = trace.again(random);
        }
    }

    private static boolean isWorthAnotherTry(Status status) {
        return switch (status.getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, UNKNOWN -> true;
            default -> false;
        };
    }

    private Status once(Call call, Trace trace, Function<PaymentServiceBlockingStub, Object> ask) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, token.bearer());
        headers.put(TRACEPARENT, trace.header());
        headers.put(CALLER, Services.CLIENT);
        PaymentServiceBlockingStub stub = PaymentServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
        long start = nanoTime.getAsLong();
        Status status = Status.OK;
        try {
            var unused = ask.apply(stub);
        } catch (StatusRuntimeException failed) {
            status = failed.getStatus();
        }
        facts.accept(span(call, trace, status, Duration.ofNanos(nanoTime.getAsLong() - start)));
        return status;
    }

    private SpanFinished span(Call call, Trace trace, Status status, Duration took) {
        Map<String, String> attributes = new HashMap<>(Map.of(
                "rpc.system", "grpc", "rpc.service", "PaymentService", "rpc.method", call.method(),
                "rpc.grpc.status_code", Integer.toString(status.getCode().value()),
                Attributes.BODY, call.body(), Attributes.ORDER_ID, call.orderId(),
                Attributes.MESSAGE_HEADERS, ClientJson.object(Map.of(Headers.TRACEPARENT, trace.header()))));
        String description = status.getDescription() == null ? "" : ": " + status.getDescription();
        String error = status.isOk() ? "" : status.getCode() + description;
        return new SpanFinished(clock.instant(), trace.traceId(), trace.spanId(), "", List.of(), Services.CLIENT, PACKAGE + call.method(),
                SpanKind.CLIENT, took, status.isOk() ? Outcome.OK : Outcome.FAILED, error, Optional.of(Protocol.GRPC), Services.PAYMENT, "",
                "", attributes);
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
