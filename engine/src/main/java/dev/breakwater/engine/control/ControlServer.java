package dev.breakwater.engine.control;

import dev.breakwater.engine.Lab;
import dev.breakwater.engine.fault.FaultRefusedException;
import dev.breakwater.engine.load.Quantities;
import dev.breakwater.engine.switches.ControlPorts.Answer;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;

/// HTTP on 127.0.0.1; each request carries `Authorization: Bearer <token>`. Bodies and answers are JSON; `docs/control-api.md` tells them.
///
/// `GET /status` · `GET|POST|DELETE /faults` · `DELETE /faults/{id}` · `GET /switches` · `GET /switches/{service}` ·
/// `PUT /switches/{service}/{name}` · `GET /dead-letters` · `POST /dead-letters/replay` · `POST /dead-letters/{id}/replay` · `PUT /load` ·
/// `POST /restart/{part}`
public final class ControlServer implements AutoCloseable {
    private static final int MAX_BYTES = 64 * 1024;

    private final Lab lab;
    private final ControlJson json;
    private final String token;
    private final WebServer server;

    /// @param token what every request has to carry
    public ControlServer(Lab lab, String token) {
        this.lab = lab;
        this.json = new ControlJson();
        this.token = token;
        this.server = WebServer.builder().address(InetAddress.ofLiteral("127.0.0.1")).port(0).maxPayloadSize(MAX_BYTES)
                .shutdownHook(false).routing(this::routes).build().start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private void routes(HttpRouting.Builder routing) {
        routing.any(this::authorize)
                .get("/status", (_, answer) -> send(answer, Status.OK_200, json.status(lab.snapshot())))
                .get("/faults", (_, answer) -> send(answer, Status.OK_200, json.faults(lab.settled().faults())))
                .post("/faults", this::inject)
                .delete("/faults", (_, answer) -> {
                    lab.healAll();
                    answer.status(Status.ACCEPTED_202).send();
                })
                .delete("/faults/{id}", this::heal)
                .get("/switches", (_, answer) -> send(answer, Status.OK_200, lab.switches().all()))
                .get("/switches/{service}", (request, answer) -> relay(answer, lab.switches().ask(parameter(request, "service"))))
                .put("/switches/{service}/{name}", this::turn)
                .get("/dead-letters", (_, answer) -> send(answer, Status.OK_200, json.object(lab.settled().deadLetters())))
                .post("/dead-letters/replay", (_, answer) -> replay(answer, Set.of()))
                .post("/dead-letters/{id}/replay", this::replayOne)
                .put("/load", this::load)
                .post("/restart/{part}", this::restart)
                .error(BadRequestException.class, (_, answer, bad) -> badRequest(answer, bad))
                .error(FaultRefusedException.class, (_, answer, bad) -> badRequest(answer, bad));
    }

    private void authorize(ServerRequest request, ServerResponse response) {
        String given = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        if (MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted)) {
            response.next();
        } else {
            refuse(response, Status.UNAUTHORIZED_401, "this request needs the token of the endpoints file: Authorization: Bearer ...");
        }
    }

    private void inject(ServerRequest request, ServerResponse response) {
        String id = lab.injectOrRefuse(json.order(request.content().as(String.class)));
        send(response, Status.CREATED_201, json.object(Map.of("id", id)));
    }

    private void heal(ServerRequest request, ServerResponse response) throws InterruptedException {
        String id = parameter(request, "id");
        if (lab.settled().faults().stream().noneMatch(fault -> fault.id().equals(id))) {
            refuse(response, Status.NOT_FOUND_404, "there is no fault " + id);
            return;
        }
        lab.heal(id);
        response.status(Status.ACCEPTED_202).send();
    }

    private void turn(ServerRequest request, ServerResponse response) {
        String value = json.value(request.content().as(String.class));
        relay(response, lab.switches().set(parameter(request, "service"), parameter(request, "name"), value));
    }

    private void replayOne(ServerRequest request, ServerResponse response) {
        String id = parameter(request, "id");
        replay(response, Set.of(id));
    }

    private void replay(ServerResponse response, Set<String> letters) {
        try {
            int replayed = lab.replayNow(letters);
            if (replayed == 0 && !letters.isEmpty()) {
                refuse(response, Status.NOT_FOUND_404, "there is no dead letter " + String.join(", ", letters));
            } else {
                send(response, Status.OK_200, json.object(Map.of("replayed", replayed)));
            }
        } catch (IOException gone) {
            refuse(response, Status.BAD_GATEWAY_502, String.valueOf(gone.getMessage()));
        }
    }

    private void load(ServerRequest request, ServerResponse response) {
        String wanted = json.text(request.content().as(String.class), "load");
        try {
            lab.load(Quantities.load(wanted));
        } catch (IllegalArgumentException wrong) {
            throw new BadRequestException(String.valueOf(wrong.getMessage()));
        }
        response.status(Status.NO_CONTENT_204).send();
    }

    private void restart(ServerRequest request, ServerResponse response) {
        lab.injectOrRefuse(json.restart(parameter(request, "part")));
        response.status(Status.ACCEPTED_202).send();
    }

    private static String parameter(ServerRequest request, String name) {
        return request.path().pathParameters().get(name);
    }

    private void relay(ServerResponse response, Answer answer) {
        send(response, Status.create(answer.status()), answer.body());
    }

    private void badRequest(ServerResponse response, RuntimeException why) {
        refuse(response, Status.BAD_REQUEST_400, String.valueOf(why.getMessage()));
    }

    private void refuse(ServerResponse response, Status status, String why) {
        send(response, status, json.object(Map.of("error", why)));
    }

    private static void send(ServerResponse response, Status status, String body) {
        response.status(status).header(HeaderNames.CONTENT_TYPE, "application/json").send(body);
    }

    @Override
    public void close() {
        server.stop();
    }
}
