package dev.breakwater.engine.scenario;

import dev.breakwater.engine.load.Traffic;
import java.util.List;
import java.util.Map;

/// Reads `traffic`: who does what with the shop.
final class TrafficReader {
    static final Traffic NONE = new Traffic.Users(1, 0, 0);
    static final Map<String, String> KINDS = ScenarioReader.same("orders", "paid-orders", "payments", "processing", "users");
    private static final int USERS = 25;
    private static final int MAX_RIVALS = 16;

    private final Problems problems;

    TrafficReader(Problems problems) {
        this.problems = problems;
    }

    Traffic read(Fields fields) {
        return switch (fields.choice("kind", KINDS, "")) {
            case "orders" -> intruded(fields, orders(fields));
            case "payments" -> new Traffic.Payments(percent(fields, "overLimitPercent"), percent(fields, "statusPercent"));
            case "processing" -> new Traffic.Processing(percent(fields, "urgentPercent"), percent(fields, "unreadablePercent"));
            case "paid-orders" -> paidOrders(fields);
            case "users" -> intruded(fields, users(fields));
            default -> {
                fields.skip();
                yield NONE;
            }
        };
    }

    private static Traffic intruded(Fields fields, Traffic honest) {
        double intruders = percent(fields, "intruderPercent");
        return intruders == 0 ? honest : new Traffic.Intruded(honest, intruders);
    }

    private Traffic orders(Fields fields) {
        int users = fields.whole("users", 1, 1000, USERS);
        int watchers = fields.whole("watchers", 0, 100, 0);
        List<String> products = fields.names("products", true).stream().map(Name::text).toList();
        double overLimit = percent(fields, "overLimitPercent");
        double soldOut = percent(fields, "soldOutPercent");
        String dear = product(fields, "overLimitProduct", overLimit);
        String missing = product(fields, "soldOutProduct", soldOut);
        if (overLimit + soldOut > 100) {
            problems.meaning(fields.place("soldOutPercent"), "overLimitPercent and soldOutPercent are more than 100 together");
        }
        return new Traffic.Orders(users, watchers, products, dear, overLimit, missing, soldOut, percent(fields, "queryPercent"),
                percent(fields, "cancelPercent"), fields.whole("rivals", 1, MAX_RIVALS, 1));
    }

    private Traffic paidOrders(Fields fields) {
        int users = fields.whole("users", 1, 1000, USERS);
        List<String> products = fields.names("products", true).stream().map(Name::text).toList();
        double overLimit = percent(fields, "overLimitPercent");
        return new Traffic.PaidOrders(users, products, product(fields, "overLimitProduct", overLimit), overLimit);
    }

    private String product(Fields fields, String key, double share) {
        if (fields.has(key)) {
            return fields.text(key).text();
        }
        if (share > 0) {
            problems.meaning(fields.place(key), "\"%s\" is missing: a share of the orders is for it".formatted(key));
        }
        return "";
    }

    private Traffic users(Fields fields) {
        int users = fields.whole("users", 1, 1000, USERS);
        double create = percent(fields, "createPercent");
        double change = percent(fields, "changePercent");
        if (create + change > 100) {
            problems.meaning(fields.place("changePercent"), "createPercent and changePercent are more than 100 together");
        }
        return new Traffic.Users(users, create, change);
    }

    private static double percent(Fields fields, String key) {
        return fields.number(key, 0, 100, 0);
    }
}
