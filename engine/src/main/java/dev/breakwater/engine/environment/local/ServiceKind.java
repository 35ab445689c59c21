package dev.breakwater.engine.environment.local;

import dev.breakwater.contract.Services;
import java.util.List;
import java.util.stream.Stream;

/// A service that can be started.
///
/// @param grpc whether it gets a port for gRPC
public record ServiceKind(String name, String mainClass, boolean grpc) {
    private static final String SHOP = "dev.breakwater.shop.";

    /// All services at work in one JVM.
    public static final String SHOP_TRAINING = SHOP + "training.Training";

    /// Every service of the shop, in the order in which they start: first the one that clients call first. A new one is one line here.
    public static final List<ServiceKind> SHOP_SERVICES = with(Services.workers(), SHOP + "worker.OrderWorker",
            new ServiceKind(Services.USER, SHOP + "user.UserService", false),
            new ServiceKind(Services.ORDER, SHOP + "order.OrderService", false),
            new ServiceKind(Services.PAYMENT, SHOP + "payment.PaymentService", true),
            new ServiceKind(Services.INVENTORY, SHOP + "inventory.InventoryService", false),
            new ServiceKind(Services.PROJECTION, SHOP + "projection.ProjectionService", false),
            new ServiceKind(Services.NOTIFICATION, SHOP + "notification.NotificationService", false));

    /// @param instances names of the processes of one more service
    private static List<ServiceKind> with(List<String> instances, String mainClass, ServiceKind... single) {
        return Stream.concat(Stream.of(single), instances.stream().map(name -> new ServiceKind(name, mainClass, false))).toList();
    }
}
