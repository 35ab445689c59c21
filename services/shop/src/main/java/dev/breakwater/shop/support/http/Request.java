package dev.breakwater.shop.support.http;

import dev.breakwater.contract.Attributes;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A request as an [Endpoint] sees it. The body is read at the first call that wants it.
public final class Request {
    private final ServerRequest request;
    private byte @Nullable [] bytes;

    Request(ServerRequest request) {
        this.request = request;
    }

    /// The part of the path that stands where the route has `{name}`.
    public String path(String name) {
        String value = request.path().pathParameters().get(name);
        if (value.codePointCount(0, value.length()) > Fields.MAX_ID_CHARS) {
            throw new FieldException(name, "must not be longer than " + Fields.MAX_ID_CHARS + " characters");
        }
        return value;
    }

    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    /// A whole number after the `?`.
    public OptionalLong queryNumber(String name, long min, long max) {
        if (!request.query().contains(name)) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(request.query().get(name));
            if (value >= min && value <= max) {
                return OptionalLong.of(value);
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new FieldException(name, "must be a whole number from " + min + " to " + max);
    }

    /// The body, which must be a JSON object.
    public ObjectNode body() {
        return Json.parseObject(bytes());
    }

    public Fields fields() {
        return Fields.of(body());
    }

    /// As [#body()], but an empty body is an empty object.
    public ObjectNode optionalBody() {
        return bytes().length == 0 ? Json.object() : body();
    }

    /// As [#fields()], but an empty body is an empty object.
    public Fields optionalFields() {
        return Fields.of(optionalBody());
    }

    /// Tells the span of this request which order it is about.
    public void isAbout(String orderId) {
        Span.current().setAttribute(Attributes.ORDER_ID, orderId);
    }

    public String method() {
        return request.prologue().method().text();
    }

    /// As it came, without what stands after the `?`.
    public String rawPath() {
        return request.path().rawPath();
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach(header -> headers.put(header.name(), header.values()));
        return headers;
    }

    /// What has been read of the body.
    String bodyText() {
        byte[] read = bytes;
        return read == null ? "" : new String(read, StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        byte[] read = bytes;
        if (read == null) {
            read = request.content().hasEntity() ? read(request.content().inputStream()) : new byte[0];
            bytes = read;
        }
        return read;
    }

    private static byte[] read(InputStream body) {
        try (body) {
            byte[] read = body.readNBytes(HttpServer.MAX_BODY_BYTES);
            if (body.transferTo(OutputStream.nullOutputStream()) > 0) {
                throw new ApiException(413, HttpServer.refusal(413));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
