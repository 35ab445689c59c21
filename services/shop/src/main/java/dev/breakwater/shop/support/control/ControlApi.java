package dev.breakwater.shop.support.control;

import dev.breakwater.contract.ControlPaths;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Gate;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.http.Request;
import dev.breakwater.shop.support.http.Routes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The routes of the control port: switches and call faults, for whoever knows the run's token.
public final class ControlApi implements Gate {
    private final byte[] expected;
    private final Switches switches;
    private final CallFaults faults;

    public ControlApi(String token, Switches switches, CallFaults faults) {
        this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.switches = switches;
        this.faults = faults;
    }

    public void register(Routes routes) {
        routes.get(ControlPaths.SWITCHES, request -> Reply.ok(switches.values()));
        routes.put(ControlPaths.SWITCHES, this::setAll);
        routes.put(ControlPaths.SWITCHES + "/{name}", this::setSwitch);
        routes.get(ControlPaths.FAULTS, request -> Reply.ok(faults.list()));
        routes.post(ControlPaths.FAULTS, this::addFault);
        routes.delete(ControlPaths.FAULTS + "/{id}", this::removeFault);
    }

    /// Compares in constant time.
    @Override
    public void pass(String route, boolean open, Request request) {
        byte[] sent = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!open && !MessageDigest.isEqual(expected, sent)) {
            throw new ApiException(401, "the control port wants the run's token");
        }
    }

    private Reply setSwitch(Request request) {
        if (!switches.set(request.path("name"), request.body().get("value"))) {
            throw ApiException.notFound("no switch " + request.path("name"));
        }
        return Reply.ok(switches.values());
    }

    private Reply setAll(Request request) {
        switches.setAll(request.body());
        return Reply.ok(switches.values());
    }

    private Reply addFault(Request request) {
        CallFault fault = CallFault.read(request.body());
        faults.add(fault);
        return Reply.created(fault.json());
    }

    private Reply removeFault(Request request) {
        if (!faults.remove(request.path("id"))) {
            throw ApiException.notFound("no active fault " + request.path("id"));
        }
        return Reply.ok(faults.list());
    }
}
