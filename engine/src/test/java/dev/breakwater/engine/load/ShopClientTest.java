package dev.breakwater.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.load.ShopClient.Peer;
import dev.breakwater.engine.load.ShopClient.Question;
import dev.breakwater.engine.load.ShopClient.Trace;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.flow.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopClientTest {
    private final List<Fact> facts = new ArrayList<>();

    /// An answer that says no, such as that the read model does not have an order yet, is an answer: nothing has failed.
    @ParameterizedTest
    @CsvSource({"201, OK", "404, OK", "422, OK", "500, FAILED", "503, FAILED"})
    void onlyAServerThatFailsIsAFailure(int status, Outcome outcome) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            assertEquals(status, ask(server.getAddress().getPort()).status());
        } finally {
            server.stop(0);
        }
        assertEquals(outcome, told().outcome());
    }

    @Test
    void aCallWithoutAnAnswerIsAFailure() throws IOException, InterruptedException {
        HttpServer gone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int port = gone.getAddress().getPort();
        gone.stop(0);
        assertTrue(ask(port).lost());
        assertEquals(Outcome.FAILED, told().outcome());
    }

    private ShopClient.Answer ask(int port) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            ShopClient client = new ShopClient(http, Duration.ofSeconds(10),
                    new ClientToken("a secret of at least 32 characters, really", InstantSource.system()),
                    InstantSource.system(), System::nanoTime, facts::add);
            return client.call(new Peer(Services.ORDER, URI.create("http://127.0.0.1:" + port)),
                    Question.get("/orders/{id}", "/orders/1"), Trace.draw(new SplittableRandom(1)));
        }
    }

    private SpanFinished told() {
        return (SpanFinished) facts.getLast();
    }
}
