package dev.breakwater.shop.support.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.shop.support.auth.Tokens;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceClientTest {
    private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\"";
    private static final String WHOLE = HALF + ":\"u\"}";

    private final Telemetry telemetry = Telemetry.start("test", List.of(), () -> "robust");

    @AfterEach
    void close() {
        telemetry.close();
    }

    /// A service that answers one request with `answer`, and then waits until its client is gone.
    private static URI peer(String answer, CountDownLatch gone) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (server; Socket client = server.accept()) {
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                client.getInputStream().readAllBytes();
            } catch (IOException reset) {
                throw new UncheckedIOException(reset);
            } finally {
                gone.countDown();
            }
        });
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private ServiceClient client(URI base) {
        Tokens tokens = new Tokens("0123456789abcdef0123456789abcdef", "test", InstantSource.system(), () -> "robust", _ -> {});
        return new ServiceClient("test", "peer", base, tokens, telemetry);
    }

    @Test
    void anAnswerWhoseBodyStallsIsATimeoutAndItsConnectionIsClosed() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (ServiceClient client = client(peer(HALF, gone))) {
            CallFailedException failed = assertThrows(CallFailedException.class,
                    () -> client.get("/users/{id}", "u", Optional.of(Duration.ofMillis(300))));
            assertTrue(failed.isTimeout(), failed::toString);
            assertTrue(gone.await(10, TimeUnit.SECONDS), "the connection is still open");
        }
    }

    @Test
    void aWholeAnswerIsRead() throws Exception {
        try (ServiceClient client = client(peer(WHOLE, new CountDownLatch(1)))) {
            assertEquals("{\"id\":\"u\"}", client.get("/users/{id}", "u", Optional.of(Duration.ofSeconds(10))).body());
        }
    }

    @Test
    void aPeerThatIsNotThereIsNoTimeout() throws Exception {
        URI nobody;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + server.getLocalPort());
        }
        try (ServiceClient client = client(nobody)) {
            CallFailedException failed = assertThrows(CallFailedException.class,
                    () -> client.get("/users/{id}", "u", Optional.of(Duration.ofSeconds(10))));
            assertFalse(failed.isTimeout(), failed::toString);
        }
    }
}
