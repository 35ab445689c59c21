package dev.breakwater.shop.payment;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Main;
import dev.breakwater.shop.support.grpc.GrpcServer;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.Redis;
import java.time.Duration;

/// Charges orders, by command (streams) and by call (gRPC), and refunds them.
public final class PaymentService {
    private PaymentService() {}

    public static void main(String[] args) {
        Main.run(Services.PAYMENT, PaymentService::assemble);
    }

    public static void assemble(Chassis chassis) {
        Redis redis = chassis.redis();
        Journal journal = chassis.journal(redis);
        Payments payments = new Payments(redis, chassis.clock());
        Till till = new Till(payments, journal, chassis.telemetry(),
                chassis.switches().words(SwitchNames.IDEMPOTENCE, SwitchNames.ROBUST, SwitchNames.NAIVE));
        chassis.routes().get("/payments/{orderId}", request -> payments.find(request.path("orderId"))
                .map(payment -> Reply.ok(payment.json()))
                .orElseThrow(() -> ApiException.notFound("Payment not found")));
        GrpcServer grpc = chassis.grpc(new PaymentApi(payments, till));
        chassis.always().repeat("gRPC health", Duration.ofSeconds(1), () -> grpc.serving("PaymentService", answers(redis)));
        chassis.feature(Features.SAGA).consume(journal, new PaymentHandlers(payments, till).byStream());
    }

    private static boolean answers(Redis redis) {
        try {
            redis.ping();
            return true;
        } catch (OutageException e) {
            return false;
        }
    }
}
