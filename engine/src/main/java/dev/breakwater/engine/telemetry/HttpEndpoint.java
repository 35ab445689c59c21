package dev.breakwater.engine.telemetry;

import dev.breakwater.engine.telemetry.otlp.Decoded;
import dev.breakwater.engine.telemetry.otlp.MalformedOtlpException;
import dev.breakwater.engine.telemetry.otlp.OtlpJson;
import dev.breakwater.engine.telemetry.otlp.Signal;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// OTLP over HTTP: `POST /v1/traces`, `/v1/logs`, `/v1/metrics`, in protobuf or JSON, plain or gzip.
///
/// Answers 400 for what cannot be read, 404, 405, 413 for what is too large, also once unpacked, 415 for another content type or encoding.
final class HttpEndpoint implements AutoCloseable {
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final WebServer server;
    private final InetSocketAddress bind;

    private HttpEndpoint(WebServer server, InetSocketAddress bind) {
        this.server = server;
        this.bind = bind;
    }

    static HttpEndpoint open(InetSocketAddress bind, OtlpSink sink) throws IOException {
        WebServer server = WebServer.builder()
                .address(bind.getAddress())
                .port(bind.getPort())
                .shutdownHook(false)
                .idleConnectionTimeout(IDLE)
                .contentEncoding(new PackedBodies())
                .routing(routes -> routes(routes, sink))
                .build();
        server.start();
        if (!server.isRunning()) { // it only logs why
            throw new BindException("OTLP over HTTP cannot listen on " + bind);
        }
        return new HttpEndpoint(server, bind);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(bind.getAddress(), server.port());
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void routes(HttpRouting.Builder routes, OtlpSink sink) {
        for (Signal signal : Signal.values()) {
            String path = "/v1/" + signal.name().toLowerCase(Locale.ROOT);
            routes.post(path, (request, response) -> export(signal, sink, request, response));
            routes.any(path, (request, response) -> {
                response.header(HeaderNames.ALLOW, "POST");
                new HttpAnswer(response, false).refuse(405, "only POST");
            });
        }
    }

    private static void export(Signal signal, OtlpSink sink, ServerRequest request, ServerResponse response) {
        String type = request.headers().contentType().map(told -> told.mediaType().text()).orElse("");
        HttpAnswer answer = new HttpAnswer(response, type.equals(JSON));
        if (!type.equals(JSON) && !type.equals(PROTOBUF)) {
            answer.refuse(415, "send application/x-protobuf or application/json");
            return;
        }
        try {
            byte[] body = body(request);
            Decoded taken = sink.take(signal, type.equals(JSON) ? OtlpJson.toProtobuf(signal, body) : body);
            answer.accept(signal.response(taken));
        } catch (MalformedOtlpException malformed) {
            sink.countMalformed();
            answer.refuse(400, String.valueOf(malformed.getMessage()));
        } catch (HttpRefusedException refused) {
            sink.countMalformed();
            answer.refuse(refused.status(), String.valueOf(refused.getMessage()));
        }
    }

    private static byte[] body(ServerRequest request) throws HttpRefusedException, MalformedOtlpException {
        String encoding = request.headers().first(HeaderNames.CONTENT_ENCODING).orElse("identity").toLowerCase(Locale.ROOT);
        if (!encoding.equals("identity") && !encoding.equals("gzip")) {
            throw new HttpRefusedException(415, "encoding " + encoding + ": send gzip or none");
        }
        if (request.headers().contentLength().orElse(0) > OtlpReceiver.MAX_BYTES) {
            throw tooLarge();
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = limited(in);
            return encoding.equals("gzip") ? limited(new GZIPInputStream(new ByteArrayInputStream(body))) : body;
        } catch (IOException broken) {
            throw new MalformedOtlpException("the body cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static byte[] limited(InputStream in) throws IOException, HttpRefusedException {
        byte[] body = in.readNBytes(OtlpReceiver.MAX_BYTES + 1);
        if (body.length > OtlpReceiver.MAX_BYTES) {
            throw tooLarge();
        }
        return body;
    }

    private static HttpRefusedException tooLarge() {
        return new HttpRefusedException(413, "a request may have %d bytes, also once unpacked".formatted(OtlpReceiver.MAX_BYTES));
    }
}
