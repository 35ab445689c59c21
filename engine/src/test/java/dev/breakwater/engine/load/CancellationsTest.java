package dev.breakwater.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import dev.breakwater.contract.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class CancellationsTest {
    private static final String CANCEL = "POST /orders/o-1/cancel {\"expectedVersion\":3}";
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void rivalsExpectTheVersionThatAllOfThemHaveSeen() throws Exception {
        cancel(200, "{\"version\":3}", 3, 7);
        assertEquals(List.of("GET /orders/o-1/state ", CANCEL, CANCEL, CANCEL), asked);
    }

    @Test
    void whoCannotSeeTheOrderCancelsNothing() throws Exception {
        cancel(503, "{\"error\":\"redis does not answer\"}", 2, 7);
        assertEquals(List.of("GET /orders/o-1/state "), asked);
    }

    @Test
    void orderThatNobodyNotedIsLeftAlone() throws Exception {
        cancel(200, "{\"version\":3}", 2, 8);
        assertEquals(List.of(), asked);
    }

    /// Request 7 has placed `o-1`; `number` is cancelled.
    private void cancel(int status, String answer, int rivals, long number) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            ShopClient client = new ShopClient(http, Duration.ofSeconds(10),
                    new ClientToken("a secret of at least 32 characters, really", InstantSource.system()),
                    InstantSource.system(), System::nanoTime, _ -> {});
            Peers peers = new Peers(Map.of(Services.ORDER, URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
            Cancellations cancellations = new Cancellations(client, peers, 1, rivals);
            cancellations.note(7, "o-1");
            cancellations.cancel(number);
        } finally {
            server.stop(0);
        }
    }
}
