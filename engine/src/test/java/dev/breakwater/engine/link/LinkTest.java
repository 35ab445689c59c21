package dev.breakwater.engine.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.topology.LinkId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class LinkTest {
    private static final LinkId ID = new LinkId("client", "server");

    @Property(tries = 40)
    void bytesArriveUnchangedHoweverTheyAreCut(@ForAll @Size(max = 12) List<byte @Size(max = 200_000) []> pieces) throws Exception {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        pieces.forEach(sent::writeBytes);
        try (Peer echo = Peer.echo(); Links links = new Links(1); Socket client = Peer.client(links.open(ID, echo.address()))) {
            Thread.startVirtualThread(() -> send(client, pieces));
            assertArrayEquals(sent.toByteArray(), client.getInputStream().readAllBytes());
        }
    }

    @Test
    void aThousandConnectionsAreServedAtOnce() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (Peer echo = Peer.echo(); Links links = new Links(1)) {
            Link link = links.open(ID, echo.address());
            for (int i = 0; i < 1000; i++) {
                clients.add(Peer.client(link));
                clients.get(i).getOutputStream().write(i);
            }
            for (int i = 0; i < 1000; i++) {
                assertEquals(i % 256, clients.get(i).getInputStream().read());
            }
            assertEquals(new Traffic(1000, 1000, 1000, 1000), link.traffic());
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void oneSideMayEndWhileTheOtherGoesOn() throws Exception {
        try (Peer peer = new Peer(); Links links = new Links(1); Socket client = Peer.client(links.open(ID, peer.address()))) {
            Socket server = peer.next();
            client.getOutputStream().write(7);
            client.shutdownOutput();
            assertArrayEquals(new byte[] {7}, server.getInputStream().readAllBytes());
            server.getOutputStream().write(8);
            server.close();
            assertArrayEquals(new byte[] {8}, client.getInputStream().readAllBytes());
        }
    }

    @Test
    void aConnectionThatEndedIsForgotten() throws Exception {
        try (Peer echo = Peer.echo(); Links links = new Links(1)) {
            Link link = links.open(ID, echo.address());
            try (Socket client = Peer.client(link)) {
                client.shutdownOutput();
                assertEquals(-1, client.getInputStream().read());
            }
            Conditions.eventually("no connection is open", () -> link.traffic().equals(new Traffic(0, 1, 0, 0)));
        }
    }

    @Test
    void aSenderWaitsForASlowReader() throws Exception {
        byte[] data = new byte[64 << 20];
        new Random(1).nextBytes(data);
        try (Peer peer = new Peer(); Links links = new Links(1)) {
            Link link = links.open(ID, peer.address());
            try (SocketChannel client = SocketChannel.open(link.listenAddress())) {
                Socket server = peer.next();
                ByteBuffer rest = ByteBuffer.wrap(data);
                client.configureBlocking(false);
                Conditions.eventually("nothing more can be sent", () -> stuck(client, rest, links));
                assertTrue(rest.position() < data.length, "it all went somewhere");
                client.configureBlocking(true);
                Thread.startVirtualThread(() -> send(client, rest));
                assertArrayEquals(data, server.getInputStream().readNBytes(data.length));
            }
        }
    }

    @Test
    void aClientIsResetWhenTheServerRefuses() throws Exception {
        InetSocketAddress nobody;
        try (Peer peer = new Peer()) {
            nobody = peer.address();
        }
        try (Links links = new Links(1)) {
            Link link = links.open(ID, nobody);
            assertThrows(SocketException.class, () -> Peer.readOne(link));
        }
    }

    @Test
    void aResetFromOneSideReachesTheOther() throws Exception {
        try (Peer peer = new Peer(); Links links = new Links(1); Socket client = Peer.client(links.open(ID, peer.address()))) {
            Socket server = peer.next();
            server.setSoLinger(true, 0);
            server.close();
            assertThrows(SocketException.class, () -> client.getInputStream().read());
        }
    }

    @Test
    void closingTheLinksFreesPortsAndConnections() throws Exception {
        try (Peer echo = Peer.echo()) {
            Links links = new Links(1);
            Link link = links.open(ID, echo.address());
            try (Socket client = Peer.client(link)) {
                client.getOutputStream().write(1);
                assertEquals(1, client.getInputStream().read());
                links.close();
                assertEquals(-1, client.getInputStream().read());
                assertThrows(IOException.class, () -> Peer.client(link));
                assertThrows(IOException.class, link::down);
            }
        }
    }

    private static boolean stuck(SocketChannel client, ByteBuffer rest, Links links) {
        try {
            links.settle();
            return client.write(rest) == 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void send(SocketChannel client, ByteBuffer rest) {
        try {
            while (rest.hasRemaining()) {
                client.write(rest);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void send(Socket client, List<byte[]> pieces) {
        try {
            for (byte[] piece : pieces) {
                client.getOutputStream().write(piece);
            }
            client.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
