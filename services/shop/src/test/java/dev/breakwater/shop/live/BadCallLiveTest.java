package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.payment.PaymentRequest;
import dev.breakwater.contract.payment.PaymentServiceGrpc;
import dev.breakwater.contract.payment.PaymentServiceGrpc.PaymentServiceBlockingStub;
import dev.breakwater.contract.payment.PaymentStatusRequest;
import dev.breakwater.shop.payment.PaymentService;
import dev.breakwater.shop.support.grpc.RawBytes;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Bad requests for every rpc of the payment service: `INVALID_ARGUMENT` that names the field, never a failure of the server.
@Tag("live")
class BadCallLiveTest {
    private static final List<String> BAD_IDS = List.of("", " ", "\t", "x\u0000", "x".repeat(201), "\u2003");
    private static final List<String> BAD_CURRENCIES = List.of("", "eur", "EURO", "EU", "E R", "ZZZ", "ABC", "€€€", "EUR\n");
    private static final List<Double> BAD_AMOUNTS = List.of(0.0, -0.0, -0.01, -1e300, 0.004, Double.MIN_VALUE, 1e13, 1e300, Double.NaN,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    private static final Map<String, List<?>> BAD = Map.of("order_id", BAD_IDS, "user_id", BAD_IDS, "payment_method", BAD_IDS,
            "currency", BAD_CURRENCIES, "amount", BAD_AMOUNTS);

    private static @Nullable Shop shop;
    private static @Nullable ManagedChannel channel;

    @BeforeContainer
    static void open() throws Exception {
        Shop opened = new Shop(Map.of());
        opened.start(Services.PAYMENT, PaymentService::assemble);
        shop = opened;
        channel = NettyChannelBuilder.forAddress("127.0.0.1", opened.grpcPort).usePlaintext().build();
    }

    @AfterContainer
    static void close() throws Exception {
        if (channel != null && shop != null) {
            channel.shutdownNow();
            shop.close();
        }
    }

    private static ManagedChannel channel() {
        if (channel == null) {
            throw new AssertionError("not opened");
        }
        return channel;
    }

    private static PaymentServiceBlockingStub stub() {
        return PaymentServiceGrpc.newBlockingStub(channel()).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    private static PaymentRequest good() {
        return PaymentRequest.newBuilder().setOrderId(UUID.randomUUID().toString()).setUserId("u").setAmount(5).setCurrency("EUR")
                .setPaymentMethod("card").build();
    }

    private static PaymentRequest with(PaymentRequest request, String field, Object value) {
        return request.toBuilder().setField(PaymentRequest.getDescriptor().findFieldByName(field), value).build();
    }

    private static Status refusal(Runnable call) {
        return assertThrows(StatusRuntimeException.class, call::run).getStatus();
    }

    private static void refused(String field, Runnable call) {
        Status status = refusal(call);
        assertEquals(Status.Code.INVALID_ARGUMENT, status.getCode(), status::toString);
        assertTrue(String.valueOf(status.getDescription()).startsWith(field + " "), () -> field + ": " + status);
    }

    @Example
    void everyBadFieldIsNamed() {
        BAD.forEach((field, values) -> values.forEach(value ->
                refused(field, () -> stub().processPayment(with(good(), field, value)))));
        for (String id : BAD_IDS.subList(2, BAD_IDS.size() - 1)) {
            refused("order_id", () -> stub().getPaymentStatus(PaymentStatusRequest.newBuilder().setOrderId(id).build()));
            refused("payment_id", () -> stub().getPaymentStatus(PaymentStatusRequest.newBuilder().setPaymentId(id).build()));
            refused("order_id", () -> stub().watchPayment(PaymentStatusRequest.newBuilder().setOrderId(id).build()).next());
        }
        refused("payment_id", () -> stub().getPaymentStatus(PaymentStatusRequest.getDefaultInstance()));
        refused("payment_id", () -> stub().watchPayment(PaymentStatusRequest.getDefaultInstance()).next());
    }

    @Property(tries = 60)
    void everyCurrencyOfIso4217IsTaken(@ForAll("currencies") String currency) {
        assertTrue(stub().processPayment(with(good(), "currency", currency)).getSuccess());
    }

    @Property(tries = 200)
    void ofThreeLettersOnlyCurrenciesAreTaken(@ForAll("threeLetters") String code) {
        boolean known = Currency.getAvailableCurrencies().stream().anyMatch(currency -> currency.getCurrencyCode().equals(code));
        PaymentRequest request = with(good(), "currency", code);
        if (known) {
            assertTrue(stub().processPayment(request).getSuccess());
        } else {
            refused("currency", () -> stub().processPayment(request));
        }
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).sorted().toList());
    }

    @Provide
    Arbitrary<String> threeLetters() {
        return Arbitraries.strings().withCharRange('A', 'Z').ofLength(3);
    }

    @Example
    void textThatIsNoUtf8IsRefusedWithTheNameOfItsField() {
        for (byte[] wrong : List.of(new byte[] {(byte) 0xff}, new byte[] {(byte) 0xc0, (byte) 0x80},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80})) {
            for (String field : List.of("order_id", "user_id", "currency", "payment_method")) {
                int number = PaymentRequest.getDescriptor().findFieldByName(field).getNumber();
                byte[] request = UnknownFieldSet.newBuilder().addField(number,
                        UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.copyFrom(wrong)).build()).build().toByteArray();
                refused(field, () -> call("ProcessPayment", request));
            }
            byte[] status = {10, 1, wrong[0]};
            refused("payment_id", () -> call("GetPaymentStatus", status));
        }
    }

    @Property(tries = 200)
    void noBytesMakeAServerError(@ForAll @Size(max = 60) byte[] bytes) {
        for (byte[] request : List.of(bytes, cut(good().toByteArray(), bytes.length))) {
            Status status = refusal(() -> call("ProcessPayment", request));
            assertEquals(Status.Code.INVALID_ARGUMENT, status.getCode(), () -> Arrays.toString(request) + ": " + status);
        }
    }

    private static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, Math.min(length, 40)); // before the payment method, which is required
    }

    @Example
    void aMebibyteAndMoreIsRefused() {
        PaymentRequest large = with(good(), "user_id", "x".repeat(1 << 20));
        assertEquals(Status.Code.RESOURCE_EXHAUSTED, refusal(() -> stub().processPayment(large)).getCode());
        byte[] nested = new byte[200];
        Arrays.fill(nested, (byte) (15 << 3 | 3)); // a group in a group in a group, which nobody closes
        assertEquals(Status.Code.INVALID_ARGUMENT, refusal(() -> call("ProcessPayment", nested)).getCode());
    }

    private static void call(String rpc, byte[] request) {
        MethodDescriptor<byte[], byte[]> method = MethodDescriptor.newBuilder(new RawBytes(), new RawBytes())
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("PaymentService/" + rpc).build();
        byte[] unused = ClientCalls.blockingUnaryCall(channel(), method, CallOptions.DEFAULT.withDeadlineAfter(20, TimeUnit.SECONDS),
                request);
    }
}
