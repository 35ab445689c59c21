package dev.breakwater.engine.telemetry.otlp;

import dev.breakwater.contract.Attributes;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the attributes of a span mean, by OpenTelemetry's semantic conventions: current names first, then those of older releases.
///
/// Sources: https://opentelemetry.io/docs/specs/semconv and its migration guides for HTTP, databases, messaging and RPC.
final class Conventions {
    private static final String[] HTTP_METHOD = {"http.request.method", "http.method"};
    private static final String[] HTTP_STATUS = {"http.response.status_code", "http.status_code"};
    private static final String[] RPC_SYSTEM = {"rpc.system.name", "rpc.system"};
    private static final String[] RPC_STATUS = {"rpc.response.status_code", "rpc.grpc.status_code"};
    private static final String[] DB_SYSTEM = {"db.system.name", "db.system"};
    private static final String[] DB_COLLECTION = {
        "db.collection.name", "db.mongodb.collection", "db.sql.table", "db.namespace", "db.name"};
    private static final String[] MESSAGING_SYSTEM = {"messaging.system"};
    private static final String[] MESSAGING_OPERATION = {"messaging.operation.type", "messaging.operation"};
    /// A template stands for many destinations, such as one stream an order.
    private static final String[] MESSAGING_DESTINATION = {
        "messaging.destination.template", "messaging.destination.name", "messaging.destination"};
    private static final String[] MESSAGING_GROUP = {
        "messaging.consumer.group.name", "messaging.kafka.consumer.group", "messaging.consumer_group", "messaging.consumer.group"};
    private static final String[] PEER = {"service.peer.name", "peer.service"};
    private static final String[] ADDRESS = {"server.address", "net.peer.name", "net.sock.peer.name", "net.sock.peer.addr"};
    private static final String[] PORT = {"server.port", "net.peer.port", "net.sock.peer.port"};
    private static final String[] ERROR = {"error.message", "exception.message", "error.type"};

    /// Every name above: the attributes that are read from each span.
    static final Set<String> NAMES = Stream.of(HTTP_METHOD, HTTP_STATUS, RPC_SYSTEM, RPC_STATUS, DB_SYSTEM, DB_COLLECTION,
                    MESSAGING_SYSTEM, MESSAGING_OPERATION, MESSAGING_DESTINATION, MESSAGING_GROUP, PEER, ADDRESS, PORT, ERROR,
                    new String[] {Attributes.REFUSED})
            .flatMap(Arrays::stream).collect(Collectors.toUnmodifiableSet());

    private static final int HTTP_SERVER_ERROR = 500;
    /// The gRPC codes that are the server's fault: semconv's rule for SERVER spans, as numbers and as names.
    private static final Set<String> RPC_ERRORS = Set.of(
            "2", "4", "12", "13", "14", "15", "UNKNOWN", "DEADLINE_EXCEEDED", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS");

    private final Map<String, String> told;
    private final SpanKind kind;

    Conventions(Map<String, String> told, SpanKind kind) {
        this.told = told;
        this.kind = kind;
    }

    /// Empty for work inside the process and for what the stage has no colour for. A message counts where it is sent and where it is
    /// processed; taking it in (`receive`) and settling it are work.
    Optional<Protocol> protocol() {
        if (kind == SpanKind.INTERNAL) {
            return Optional.empty();
        }
        String messaging = first(MESSAGING_SYSTEM);
        if (!messaging.isEmpty()) {
            return message() ? messaging(messaging) : Optional.empty();
        }
        String database = first(DB_SYSTEM);
        if (!database.isEmpty()) {
            return database.equals("mongodb") ? Optional.of(Protocol.MONGODB) : Optional.empty();
        }
        String rpc = first(RPC_SYSTEM);
        if (!rpc.isEmpty()) {
            return rpc.equals("grpc") ? Optional.of(Protocol.GRPC) : Optional.empty();
        }
        return first(HTTP_METHOD).isEmpty() ? Optional.empty() : Optional.of(Protocol.REST);
    }

    /// The service on the other side, else its address; empty when neither is told. A server is not told who calls.
    String peer() {
        String name = first(PEER);
        if (!name.isEmpty() || kind == SpanKind.SERVER || kind == SpanKind.INTERNAL) {
            return name;
        }
        String address = first(ADDRESS);
        String port = first(PORT);
        return address.isEmpty() || port.isEmpty() ? address : address + ":" + port;
    }

    /// Queue, stream or collection; empty for calls.
    String destination() {
        return !first(MESSAGING_SYSTEM).isEmpty() ? first(MESSAGING_DESTINATION)
                : !first(DB_SYSTEM).isEmpty() ? first(DB_COLLECTION) : "";
    }

    String group() {
        return kind == SpanKind.CONSUMER ? first(MESSAGING_GROUP) : "";
    }

    /// An explicit status decides; where none is set, the protocol's own: HTTP from 500 on, gRPC's codes that are the server's fault.
    Outcome outcome(int statusCode) {
        if (told.getOrDefault(Attributes.REFUSED, "").equals("true")) {
            return Outcome.REFUSED;
        }
        boolean failed = switch (statusCode) {
            case SpanReader.STATUS_OK -> false;
            case SpanReader.STATUS_ERROR -> true;
            default -> httpStatus() >= HTTP_SERVER_ERROR || RPC_ERRORS.contains(first(RPC_STATUS));
        };
        return failed ? Outcome.FAILED : Outcome.OK;
    }

    /// What to show when the status has no message.
    String error() {
        String error = first(ERROR);
        String rpc = first(RPC_STATUS);
        return !error.isEmpty() ? error : httpStatus() > 0 ? "HTTP " + httpStatus() : rpc.isEmpty() ? "" : "gRPC " + rpc;
    }

    private boolean message() {
        boolean end = kind == SpanKind.PRODUCER || kind == SpanKind.CONSUMER;
        String operation = first(MESSAGING_OPERATION);
        return end && !operation.equals("receive") && !operation.equals("settle");
    }

    private static Optional<Protocol> messaging(String system) {
        return switch (system) {
            case "rabbitmq" -> Optional.of(Protocol.RABBITMQ);
            case "redis" -> Optional.of(Protocol.REDIS_STREAMS);
            case "websocket" -> Optional.of(Protocol.WEBSOCKET);
            default -> Optional.empty();
        };
    }

    private int httpStatus() {
        String status = first(HTTP_STATUS);
        try {
            return status.isEmpty() ? 0 : Integer.parseInt(status);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private String first(String[] names) {
        for (String name : names) {
            String value = told.get(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
