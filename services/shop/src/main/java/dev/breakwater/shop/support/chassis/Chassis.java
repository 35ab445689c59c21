package dev.breakwater.shop.support.chassis;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Figure;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.support.auth.InvalidTokenException;
import dev.breakwater.shop.support.auth.Tokens;
import dev.breakwater.shop.support.control.CallFaults;
import dev.breakwater.shop.support.control.ControlApi;
import dev.breakwater.shop.support.control.Switch;
import dev.breakwater.shop.support.control.Switches;
import dev.breakwater.shop.support.crypt.Bodies;
import dev.breakwater.shop.support.grpc.GrpcServer;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.HttpServer;
import dev.breakwater.shop.support.http.Listener;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.http.Request;
import dev.breakwater.shop.support.http.Routes;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.telemetry.Metrics;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.grpc.BindableService;
import io.helidon.websocket.WsListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a service is built on. A service takes from it what it needs (routes, Redis, consumers), and [#start()] sets all going.
/// Whatever it hands out it also closes, in reverse order.
public final class Chassis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chassis.class);

    private final String service;
    private final Settings settings;
    private final InstantSource clock = InstantSource.system();
    private final Metrics metrics = new Metrics();
    private final CallFaults faults = new CallFaults();
    private final Routes routes = new Routes();
    private final Health health = new Health();
    private final Map<String, Supplier<WsListener>> sockets = new HashMap<>();
    private final List<Runnable> onStart = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Switches switches;
    private final Tokens tokens;
    private final Bodies bodies;
    private final Telemetry telemetry;
    private final Feature tokenReport;
    private OptionalInt httpPort = OptionalInt.empty();

    /// @throws MissingSettingException if a variable is missing or senseless
    /// @throws IllegalArgumentException if that of a switch is
    public Chassis(String service, Settings settings) {
        this.service = service;
        this.settings = settings;
        this.switches = new Switches(settings::optional);
        Switch<String> variant = switches.words(SwitchNames.SERVICE_TOKEN, SwitchNames.ROBUST, SwitchNames.NAIVE);
        try {
            this.tokens = new Tokens(settings.text(Variables.JWT_SECRET), service, clock, variant, this::tokenChecked);
        } catch (IllegalArgumentException e) {
            throw new MissingSettingException("variable " + Variables.JWT_SECRET + ": " + e.getMessage());
        }
        try {
            this.bodies = Bodies.of(settings.optional(Variables.MESSAGE_KEY), switches);
        } catch (IllegalArgumentException e) {
            throw new MissingSettingException("variable " + Variables.MESSAGE_KEY + ": " + e.getMessage());
        }
        this.telemetry = closing(Telemetry.start(service,
                Stream.of(Variables.OTLP_ENDPOINT, Variables.OTLP_SECOND_ENDPOINT)
                        .flatMap(name -> settings.optional(name).stream()).toList(),
                switches.words(SwitchNames.TRACE_CONTEXT, SwitchNames.ROBUST, SwitchNames.NAIVE)));
        this.tokenReport = feature(Features.TOKEN_REPORT);
    }

    private void tokenChecked(String outcome) {
        if (tokenReport.isOn()) {
            telemetry.figure(Figure.TOKEN_CHECKS, outcome, 1);
        }
    }

    public String service() {
        return service;
    }

    public Settings settings() {
        return settings;
    }

    public InstantSource clock() {
        return clock;
    }

    public Telemetry telemetry() {
        return telemetry;
    }

    /// What becomes of the bodies of messages on their way.
    public Bodies bodies() {
        return bodies;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Switches switches() {
        return switches;
    }

    public Routes routes() {
        return routes;
    }

    public Health health() {
        return health;
    }

    /// Redis at [Variables#REDIS_URI]. Call it once.
    public Redis redis() {
        Redis redis = closing(new Redis(settings.uri(Variables.REDIS_URI)));
        health.dependsOn("redis", redis::ping);
        warmUp(redis::ping);
        return redis;
    }

    /// Connects while the rest is put together; if that fails, the first use will try again.
    private static void warmUp(Runnable ping) {
        Thread.ofVirtual().name("warm up").start(() -> {
            try {
                ping.run();
            } catch (OutageException e) {
                LOG.debug("not yet: {}", e.getMessage());
            }
        });
    }

    /// Commits to `redis`, told to telemetry.
    public Journal journal(Redis redis) {
        return new Journal(redis, telemetry, bodies);
    }

    /// Something that the service does by itself, for as long as its switch says so; it is on at first.
    ///
    /// @param name of the feature, one of [Features]
    public Feature feature(String name) {
        Feature feature = begun(new Feature(this, Optional.of(switches.words(Features.switchOf(name), Features.ON, Features.OFF))));
        switches.onChange(feature::follow);
        return feature;
    }

    /// What the service does by itself, always.
    public Feature always() {
        return begun(new Feature(this, Optional.empty()));
    }

    private Feature begun(Feature feature) {
        onStart.add(() -> closing(feature).begin());
        return feature;
    }

    public void webSocket(String path, Supplier<WsListener> listener) {
        sockets.put(path, listener);
    }

    /// A gRPC server at [Variables#GRPC_PORT].
    public GrpcServer grpc(BindableService api) {
        GrpcServer server = closing(new GrpcServer(new InetSocketAddress(settings.bindAddress(), settings.port(Variables.GRPC_PORT)),
                api, tokens, faults, telemetry, metrics));
        onStart.add(() -> {
            try {
                server.start();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot listen on port " + settings.text(Variables.GRPC_PORT) + ": " + e.getMessage(), e);
            }
        });
        return server;
    }

    /// Closes it at the end, before what was handed out earlier.
    public <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    /// Sets everything going; answers requests when it returns.
    public void start() {
        routes.getOpen("/health", _ -> health.answer());
        routes.getOpen("/metrics", _ -> new Reply(200, Metrics.CONTENT_TYPE, metrics.page(), Map.of()));
        ControlApi control = new ControlApi(settings.text(Variables.CONTROL_TOKEN), switches, faults);
        Routes controlRoutes = new Routes();
        control.register(controlRoutes);
        HttpServer server = closing(new HttpServer(
                new Listener(settings.bindAddress(), settings.port(Variables.HTTP_PORT), routes, this::admit, sockets),
                new Listener("127.0.0.1", settings.port(Variables.CONTROL_PORT), controlRoutes, control, Map.of()),
                telemetry, metrics));
        server.start();
        httpPort = OptionalInt.of(server.port());
        onStart.forEach(Runnable::run);
        LOG.info("{} answers on port {}", service, server.port());
    }

    /// The port that the API really listens on.
    public int httpPort() {
        return httpPort.orElseThrow(() -> new IllegalStateException(service + " is not started"));
    }

    private void admit(String route, boolean open, Request request) throws InterruptedException {
        if (route.equals("/health") || route.equals("/metrics")) {
            return;
        }
        if (!open) {
            try {
                tokens.verify(request.header("Authorization").orElse(null));
            } catch (InvalidTokenException e) {
                throw new ApiException(401, String.valueOf(e.getMessage()), Map.of("WWW-Authenticate", "Bearer"));
            }
        }
        OptionalInt fault = faults.strike(route);
        if (fault.isPresent()) {
            throw new ApiException(fault.getAsInt(), "injected fault");
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("{}: closing {}: {}", service, resource.getClass().getSimpleName(), e.toString());
        }
    }
}
