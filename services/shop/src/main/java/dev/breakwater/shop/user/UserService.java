package dev.breakwater.shop.user;

import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Main;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.http.Request;
import dev.breakwater.shop.support.idempotency.IdempotentRequest;
import dev.breakwater.shop.support.redis.Journal;
import java.util.function.Supplier;

/// The users of the shop, kept in Redis and told of on the stream `user-events`.
public final class UserService {
    private final Journal journal;
    private final Users users;
    private final Supplier<String> idempotence;

    private UserService(Journal journal, Users users, Supplier<String> idempotence) {
        this.journal = journal;
        this.users = users;
        this.idempotence = idempotence;
    }

    public static void main(String[] args) {
        Main.run(Services.USER, UserService::assemble);
    }

    public static void assemble(Chassis chassis) {
        Journal journal = chassis.journal(chassis.redis());
        UserService service = new UserService(journal, new Users(journal, chassis.clock()),
                chassis.switches().words(SwitchNames.IDEMPOTENCE, SwitchNames.ROBUST, SwitchNames.NAIVE));
        chassis.routes()
                .post("/users", service::create)
                .get("/users/{id}", service::find)
                .put("/users/{id}", service::update);
    }

    private Reply create(Request request) {
        NewUser wanted = NewUser.read(request.fields());
        IdempotentRequest once = new IdempotentRequest(journal, Services.USER, idempotence.get(), request);
        return once.answered().orElseGet(() -> {
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
