package dev.breakwater.shop.user;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Figure;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Feature;
import dev.breakwater.shop.support.chassis.Main;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.http.Request;
import dev.breakwater.shop.support.idempotency.IdempotentRequest;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.util.Optional;
import java.util.function.Supplier;

/// The users of the shop, kept in Redis and told of on the stream `user-events`.
public final class UserService {
    private final Journal journal;
    private final Users users;
    private final Telemetry telemetry;
    private final Feature report;
    private final Supplier<String> idempotence;

    private UserService(Journal journal, Users users, Telemetry telemetry, Feature report, Supplier<String> idempotence) {
        this.journal = journal;
        this.users = users;
        this.telemetry = telemetry;
        this.report = report;
        this.idempotence = idempotence;
    }

    public static void main(String[] args) {
        Main.run(Services.USER, UserService::assemble);
    }

    public static void assemble(Chassis chassis) {
        Journal journal = chassis.journal(chassis.redis());
        UserService service = new UserService(journal, new Users(journal, chassis.clock()), chassis.telemetry(),
                chassis.feature(Features.REPETITION_REPORT),
                chassis.switches().words(SwitchNames.IDEMPOTENCE, SwitchNames.ROBUST, SwitchNames.NAIVE));
        chassis.routes()
                .post("/users", service::create)
                .get("/users/{id}", service::find)
                .put("/users/{id}", service::update);
    }

    private Reply create(Request request) {
        NewUser wanted = NewUser.read(request.fields());
        IdempotentRequest once = new IdempotentRequest(journal, Services.USER, idempotence.get(), request);
        Optional<Reply> before = once.answered();
        if (report.isOn()) {
            String first = idempotence.get().equals(SwitchNames.ROBUST) ? "first time" : "nobody looked";
            telemetry.figure(Figure.REPETITIONS, before.isPresent() ? "again: answered as before" : first, 1);
        }
        return before.orElseGet(() -> {
            User user = wanted.withNewId();
            return once.create(users.creation(user), Reply.created(user.json()));
        });
    }

    private Reply find(Request request) {
        return users.find(request.path("id")).map(user -> Reply.ok(user.json())).orElseThrow(UserService::notFound);
    }

    private Reply update(Request request) {
        NewUser wanted = NewUser.read(request.fields());
        return users.update(wanted.withId(request.path("id"))).map(user -> Reply.ok(user.json())).orElseThrow(UserService::notFound);
    }

    private static ApiException notFound() {
        return ApiException.notFound("User not found");
    }
}
