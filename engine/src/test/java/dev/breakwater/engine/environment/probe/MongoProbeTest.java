package dev.breakwater.engine.environment.probe;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MongoProbeTest {
    @Test
    void anotherKindOfServerIsNotTakenForMongo() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = Thread.startVirtualThread(() -> answer(server, "HTTP/1.1 400 Bad Request\r\n\r\n"));
            assertThrows(IOException.class, () -> new MongoProbe(server.getLocalPort()).ask());
            answering.join();
        }
    }

    private static void answer(ServerSocket server, String text) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
