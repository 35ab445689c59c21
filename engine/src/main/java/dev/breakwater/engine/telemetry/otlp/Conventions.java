package dev.breakwater.engine.telemetry.otlp;

import dev.breakwater.contract.Attributes;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the attributes of a span mean, by OpenTelemetry's semantic conventions: current names first, then those of older releases.
///
/// Sources: https://opentelemetry.io/docs/specs/semconv and its migration guides for HTTP, databases, messaging and RPC.
final class Conventions {
    /// Filled by [#places] while the class is initialised, then copied to [#NAMES].
    private static final List<String> LISTED = new ArrayList<>();
    private static final int[] HTTP_METHOD = places("http.request.method", "http.method");
    private static final int[] HTTP_STATUS = places("http.response.status_code", "http.status_code");
    private static final int[] RPC_SYSTEM = places("rpc.system.name", "rpc.system");
    private static final int[] RPC_STATUS = places("rpc.response.status_code", "rpc.grpc.status_code");
    private static final int[] DB_SYSTEM = places("db.system.name", "db.system");
    private static final int[] DB_COLLECTION = places(
            "db.collection.name", "db.mongodb.collection", "db.sql.table", "db.namespace", "db.name");
    private static final int[] MESSAGING_SYSTEM = places("messaging.system");
    private static final int[] MESSAGING_OPERATION = places("messaging.operation.type", "messaging.operation");
    /// A template stands for many destinations, such as one stream an order.
    private static final int[] MESSAGING_DESTINATION = places(
            "messaging.destination.template", "messaging.destination.name", "messaging.destination");
    private static final int[] MESSAGING_GROUP = places(
            "messaging.consumer.group.name", "messaging.kafka.consumer.group", "messaging.consumer_group", "messaging.consumer.group");
    private static final int[] PEER = places("service.peer.name", "peer.service");
    private static final int[] ADDRESS = places("server.address", "net.peer.name", "net.sock.peer.name", "net.sock.peer.addr");
    private static final int[] PORT = places("server.port", "net.peer.port", "net.sock.peer.port");
    private static final int[] ERROR = places("error.message", "exception.message", "error.type");
    private static final int[] REFUSED = places(Attributes.REFUSED);

    /// Every name above: the attributes that are read from each span.
    static final List<String> NAMES = List.copyOf(LISTED);

    private static final int HTTP_SERVER_ERROR = 500;
    /// The gRPC codes that are the server's fault: semconv's rule for SERVER spans, as numbers and as names.
    private static final Set<String> RPC_ERRORS = Set.of(
            "2", "4", "12", "13", "14", "15", "UNKNOWN", "DEADLINE_EXCEEDED", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS");

    private final @Nullable String[] told;
    private final SpanKind kind;

    /// @param told the value of each of [#NAMES], null where a span has none
    Conventions(@Nullable String[] told, SpanKind kind) {
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
        if (first(REFUSED).equals("true")) {
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

    private String first(int[] places) {
        for (int place : places) {
            String value = told[place];
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /// Where the names of one meaning stand in [#NAMES]: a number is found faster than a text, with every span.
    private static int[] places(String... names) {
        int first = LISTED.size();
        LISTED.addAll(List.of(names));
        return IntStream.range(first, LISTED.size()).toArray();
    }
}
