package dev.breakwater.engine.telemetry.otlp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.contract.Attributes;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConventionsTest {
    private static Conventions of(SpanKind kind, String attributes) {
        @Nullable String[] told = new String[Conventions.NAMES.size()];
        for (String each : attributes.split(" ", -1)) {
            String[] pair = each.split("=", 2);
            int name = Conventions.NAMES.indexOf(pair[0]);
            if (name >= 0) {
                told[name] = pair[1];
            }
        }
        return new Conventions(told, kind);
    }

    /// Current names, then those of older releases.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "CLIENT | http.request.method=GET peer.service=b | REST | b | - | -",
        "CLIENT | http.request.method=GET service.peer.name=b server.address=10.0.0.1 | REST | b | - | -",
        "CLIENT | http.request.method=GET server.address=b server.port=80 | REST | b:80 | - | -",
        "CLIENT | http.method=GET net.peer.name=b net.peer.port=80 | REST | b:80 | - | -",
        "CLIENT | http.method=GET net.sock.peer.addr=10.0.0.1 | REST | 10.0.0.1 | - | -",
        "SERVER | http.request.method=GET server.address=me | REST | - | - | -",
        "CLIENT | rpc.system.name=grpc rpc.method=P/M peer.service=b | GRPC | b | - | -",
        "CLIENT | rpc.system=grpc rpc.service=P http.request.method=POST peer.service=b | GRPC | b | - | -",
        "CLIENT | rpc.system=java_rmi peer.service=b | - | b | - | -",
        "CLIENT | db.system.name=mongodb db.collection.name=orders peer.service=mongodb | MONGODB | mongodb | orders | -",
        "CLIENT | db.system=mongodb db.mongodb.collection=orders | MONGODB | - | orders | -",
        "CLIENT | db.system=mongodb db.name=shop | MONGODB | - | shop | -",
        "CLIENT | db.system.name=redis peer.service=redis http.request.method=GET | - | redis | - | -",
        "PRODUCER | messaging.system=redis messaging.destination.name=s messaging.operation.type=send | REDIS_STREAMS | - | s | -",
        "PRODUCER | messaging.system=rabbitmq messaging.destination=q messaging.operation=publish | RABBITMQ | - | q | -",
        "PRODUCER | messaging.system=websocket messaging.destination.name=client | WEBSOCKET | - | client | -",
        "PRODUCER | messaging.system=redis messaging.destination.name=s-7 messaging.destination.template=s-{n} "
                + "| REDIS_STREAMS | - | s-{n} | -",
        "CONSUMER | messaging.system=redis messaging.destination.name=s messaging.operation.type=process messaging.consumer.group.name=g "
                + "| REDIS_STREAMS | - | s | g",
        "CONSUMER | messaging.system=rabbitmq messaging.destination=q messaging.operation=process | RABBITMQ | - | q | -",
        "CONSUMER | messaging.system=rabbitmq messaging.destination=q messaging.operation=receive | - | - | q | -",
        "CLIENT | messaging.system=rabbitmq messaging.destination.name=q messaging.operation.type=settle | - | - | q | -",
        "PRODUCER | messaging.system=kafka messaging.destination.name=t | - | - | t | -",
        "INTERNAL | http.request.method=GET | - | - | - | -",
    })
    void bothGenerationsOfNamesMeanTheSame(
            SpanKind kind, String attributes, String protocol, String peer, String destination, String group) {
        Conventions meaning = of(kind, attributes);
        assertEquals(text(protocol), meaning.protocol().map(Enum::name).orElse(""));
        assertEquals(text(peer), meaning.peer());
        assertEquals(text(destination), meaning.destination());
        assertEquals(text(group), meaning.group());
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "0 | http.response.status_code=200 | OK | HTTP 200",
        "0 | http.response.status_code=404 | OK | HTTP 404",
        "0 | http.response.status_code=503 | FAILED | HTTP 503",
        "0 | http.status_code=500 | FAILED | HTTP 500",
        "0 | http.status_code=many | OK | -",
        "0 | rpc.grpc.status_code=0 | OK | gRPC 0",
        "0 | rpc.grpc.status_code=5 | OK | gRPC 5",
        "0 | rpc.grpc.status_code=14 | FAILED | gRPC 14",
        "0 | rpc.response.status_code=DEADLINE_EXCEEDED | FAILED | gRPC DEADLINE_EXCEEDED",
        "1 | http.response.status_code=503 | OK | HTTP 503",
        "2 | - | FAILED | -",
        "2 | error.type=timeout http.response.status_code=504 | FAILED | timeout",
        "2 | breaker.refused=true | REFUSED | -",
        "0 | breaker.refused=false | OK | -",
    })
    void theStatusDecidesAndElseTheProtocol(int status, String attributes, Outcome outcome, String error) {
        Conventions meaning = of(SpanKind.CLIENT, text(attributes));
        assertEquals(outcome, meaning.outcome(status));
        assertEquals(text(error), meaning.error());
    }

    @Test
    void theModelKnowsTheContractsNames() {
        assertEquals(Attributes.ORDER_ID, SpanFinished.ORDER_ID);
        assertEquals(Attributes.BODY, SpanFinished.MESSAGE_BODY);
        assertEquals(Attributes.MESSAGE_HEADERS, SpanFinished.MESSAGE_HEADERS);
    }
}
