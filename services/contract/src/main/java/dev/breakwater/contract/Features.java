package dev.breakwater.contract;

import java.util.List;
import java.util.Map;

/// Parts of services that can be switched off and on while they run. Each is a switch of its service, named `feature.<name>`, whose
/// value is [#ON] or [#OFF].
public final class Features {
    /// Takes part in the choreographed saga of the orders.
    public static final String SAGA = "saga";
    /// Carries the ends of orders to the clients that watch them, through the queue `notifications`.
    public static final String NOTIFICATIONS = "notifications";
    /// Sends new users an e-mail.
    public static final String WELCOME = "welcome";

    /// Folds the order events into the read model.
    public static final String READ_MODEL = "read-model";

    public static final String ON = "on";
    public static final String OFF = "off";

    /// What each service can be switched to do; services that are not named do one thing only.
    public static final Map<String, List<String>> OF_SERVICE = Map.of(
            Services.ORDER, List.of(SAGA, NOTIFICATIONS),
            Services.PAYMENT, List.of(SAGA),
            Services.INVENTORY, List.of(SAGA),
            Services.PROJECTION, List.of(READ_MODEL),
            Services.NOTIFICATION, List.of(NOTIFICATIONS, WELCOME));

    private static final String PREFIX = "feature.";

    private Features() {}

    /// The name of the feature's switch.
    public static String switchOf(String feature) {
        return PREFIX + feature;
    }
}
