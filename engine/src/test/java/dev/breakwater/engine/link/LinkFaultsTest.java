package dev.breakwater.engine.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.topology.LinkId;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LinkFaultsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeTicker ticker = new FakeTicker();
    private Peer peer;
    private Links links;
    private Link link;

    @BeforeEach
    void open() throws Exception {
        peer = Peer.echo();
        links = new Links(1, Peer.HERE, ticker);
        link = links.open(new LinkId("client", "server"), peer.address());
    }

    @AfterEach
    void close() throws Exception {
        links.close();
        peer.close();
    }

    @Test
    void whenDownConnectionsCloseAndNewOnesAreRefused() throws Exception {
        try (Socket client = talking()) {
            Injection down = link.down();
            assertEquals(-1, client.getInputStream().read());
            assertThrows(ConnectException.class, () -> Peer.client(link));
            assertEquals(1, down.hits());
            assertEquals(0, link.traffic().open());
        }
    }

    @Test
    void aHealedLinkIsBackOnItsPortHoweverOften() throws Exception {
        for (int i = 0; i < 100; i++) {
            try (Socket client = talking()) {
                Injection down = link.down();
                assertThrows(ConnectException.class, () -> Peer.client(link));
                assertEquals(-1, client.getInputStream().read());
                down.heal();
            }
        }
        talking().close();
    }

    @Test
    void aLinkThatIsDownTwiceStaysDownUntilBothAreHealed() throws Exception {
        Injection first = link.down();
        Injection second = link.down();
        first.heal();
        first.heal();
        assertThrows(ConnectException.class, () -> Peer.client(link));
        second.heal();
        talking().close();
    }

    @Test
    void aResetIsSeenAsResetByOpenAndByNewConnections() throws Exception {
        try (Socket open = talking()) {
            Injection reset = link.reset(Duration.ZERO);
            assertEquals("Connection reset", assertThrows(SocketException.class, () -> open.getInputStream().read()).getMessage());
            assertThrows(SocketException.class, () -> Peer.readOne(link));
            assertEquals(2, reset.hits());
            reset.heal();
            talking().close();
        }
    }

    @Test
    void aResetWaitsForItsTimeAndIsCalledOffByTheHeal() throws Exception {
        try (Socket first = talking(); Socket second = talking()) {
            Injection reset = link.reset(SECOND);
            ticker.pass(SECOND.minusNanos(1), links);
            assertAnswers(first);
            ticker.pass(Duration.ofNanos(1), links);
            assertThrows(SocketException.class, () -> first.getInputStream().read());
            assertThrows(SocketException.class, () -> second.getInputStream().read());
            try (Socket third = talking()) {
                reset.heal();
                ticker.pass(SECOND, links);
                assertAnswers(third);
            }
        }
    }

    @Test
    void aDelayHoldsEachWay() throws Exception {
        try (Socket client = talking()) {
            Injection delay = link.delay(_ -> SECOND.toNanos());
            client.getOutputStream().write(5);
            Conditions.eventually("it is held on its way up", () -> delay.hits() == 1);
            long before = link.traffic().bytesDown();
            ticker.pass(SECOND.minusNanos(1), links);
            assertEquals(0, client.getInputStream().available());
            assertEquals(before, link.traffic().bytesDown());
            ticker.pass(Duration.ofNanos(1), links);
            Conditions.eventually("it is held on its way down", () -> delay.hits() == 2);
            ticker.pass(SECOND.minusNanos(1), links);
            assertEquals(0, client.getInputStream().available());
            ticker.pass(Duration.ofNanos(1), links);
            assertEquals(5, client.getInputStream().read());
        }
    }

    @Test
    void whatIsHeldGoesOnAtOnceWhenHealed() throws Exception {
        try (Socket client = talking()) {
            Injection delay = link.delay(_ -> Duration.ofHours(1).toNanos());
            client.getOutputStream().write(new byte[] {1, 2, 3});
            client.shutdownOutput();
            Conditions.eventually("it is held", () -> delay.hits() > 0);
            delay.heal();
            assertArrayEquals(new byte[] {1, 2, 3}, client.getInputStream().readAllBytes());
        }
    }

    @Test
    void delaysAddUpAndHealingOneLeavesTheOther() throws Exception {
        try (Socket client = talking()) {
            Injection first = link.delay(_ -> SECOND.toNanos());
            Injection second = link.delay(_ -> SECOND.toNanos());
            client.getOutputStream().write(9);
            Conditions.eventually("it is held by the first", () -> first.hits() == 1);
            ticker.pass(SECOND, links);
            Conditions.eventually("it is held by the second", () -> second.hits() == 1);
            first.heal();
            ticker.pass(SECOND, links);
            Conditions.eventually("the answer is held by the second only", () -> second.hits() == 2 && first.hits() == 1);
            ticker.pass(SECOND, links);
            assertEquals(9, client.getInputStream().read());
        }
    }

    @Test
    void theSameSeedDecidesTheSameConnectionsChunksAlike() throws Exception {
        List<Long> once = draws(42, 0);
        assertEquals(once, draws(42, 0));
        assertNotEquals(once, draws(43, 0));
        assertNotEquals(once, draws(42, 1));
    }

    /// What the first chunk of the how manieth connection draws, up and down.
    private List<Long> draws(long seed, int connection) throws Exception {
        List<Long> drawn = new CopyOnWriteArrayList<>();
        try (Links seeded = new Links(seed)) {
            Link own = seeded.open(new LinkId("client", "server"), peer.address());
            for (int i = 0; i < connection; i++) {
                Peer.client(own).close();
            }
            try (Socket client = Peer.client(own)) {
                own.delay(random -> {
                    drawn.add(random.nextLong());
                    return 0;
                });
                assertAnswers(client);
            }
        }
        return drawn;
    }

    @Test
    void healingAfterTheLinksWereClosedDoesNothing() throws Exception {
        Injection down = link.down();
        links.close();
        down.heal();
    }

    @Test
    void theEndComesAfterTheBytesBeforeIt() throws Exception {
        try (Socket client = talking()) {
            Injection delay = link.delay(_ -> SECOND.toNanos());
            client.getOutputStream().write(4);
            client.shutdownOutput();
            Conditions.eventually("it is held on its way up", () -> delay.hits() == 1);
            ticker.pass(SECOND, links);
            Conditions.eventually("it is held on its way down", () -> delay.hits() == 2);
            ticker.pass(SECOND, links);
            assertArrayEquals(new byte[] {4}, client.getInputStream().readAllBytes());
        }
    }

    @Test
    void aDelayDoesNotOutliveItsConnection() throws Exception {
        Injection delay = link.delay(_ -> SECOND.toNanos());
        try (Socket client = Peer.client(link)) {
            client.getOutputStream().write(1);
            Conditions.eventually("it is held", () -> delay.hits() == 1);
        }
        Injection down = link.down();
        delay.heal();
        down.heal();
        talking().close();
    }

    @Test
    void aFaultHealedWhileTheServerIsSlowToAnswerDoesNoHarm() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, Peer.HERE)) {
            Link slow = links.open(new LinkId("client", "slow"), (InetSocketAddress) full.getLocalSocketAddress());
            for (int i = 0; i < 8; i++) {
                clients.add(Peer.client(slow));
                clients.get(i).getOutputStream().write(i);
            }
            slow.delay(_ -> 0).heal();
            links.settle();
            assertEquals(8, slow.traffic().open());
            try (Socket accepted = full.accept()) {
                assertEquals(0, accepted.getInputStream().read());
            }
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aDelayedSenderIsStoppedBeforeTooMuchIsHeld() throws Exception {
        link.delay(_ -> Duration.ofHours(1).toNanos());
        try (SocketChannel client = SocketChannel.open(link.listenAddress())) {
            client.configureBlocking(false);
            ByteBuffer data = ByteBuffer.allocate(64 << 20);
            Conditions.eventually("nothing more can be sent", () -> stuck(client, data));
            assertTrue(link.traffic().bytesUp() <= (8 << 20) + (64 << 10), "held " + link.traffic().bytesUp());
        }
    }

    private boolean stuck(SocketChannel client, ByteBuffer data) {
        try {
            links.settle();
            return client.write(data) == 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Socket talking() throws Exception {
        Socket client = Peer.client(link);
        assertAnswers(client);
        return client;
    }

    private static void assertAnswers(Socket client) throws Exception {
        client.getOutputStream().write(77);
        assertEquals(77, client.getInputStream().read());
    }
}
