package dev.breakwater.engine.fault;

import static dev.breakwater.engine.model.fault.FaultPhase.ACTIVE;
import static dev.breakwater.engine.model.fault.FaultPhase.FAILED;
import static dev.breakwater.engine.model.fault.FaultPhase.HEALED;
import static dev.breakwater.engine.model.fault.FaultPhase.HEALING;
import static dev.breakwater.engine.model.fault.FaultPhase.REQUESTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.link.Conditions;
import dev.breakwater.engine.link.Link;
import dev.breakwater.engine.link.Links;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.topology.LinkId;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FaultDeskTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final Target SERVICE = new Target.OnService("user-service");
    private static final Target BROKER = new Target.OnBroker("redis");
    private static final Target LINK = new Target.OnLink(new LinkId("user-service", "redis"));

    private final FakePart service = new FakePart("user-service", false);
    private final FakePart broker = new FakePart("redis", true);
    private final FaultFacts facts = new FaultFacts();
    private final FakeTime time = new FakeTime();
    private ServerSocket server;
    private Links links;
    private Link link;
    private FaultDesk desk;

    @BeforeEach
    void open() throws Exception {
        server = new ServerSocket(0, 50, HERE);
        links = new Links(1);
        link = links.open(new LinkId("user-service", "redis"), new InetSocketAddress(HERE, server.getLocalPort()));
        desk = new FaultDesk(Targets.of(links.all(), List.of(service, broker)), facts, time);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        links.close();
        server.close();
    }

    @Test
    void aFaultTellsItsWholeLife() {
        String id = inject("kill", SERVICE);
        FaultView active = facts.await(id, ACTIVE);
        assertEquals(FakePart.State.DEAD, service.state());
        assertEquals(Optional.of(FakeTime.BEGIN), active.activeSince());
        desk.heal(id);
        FaultView healed = facts.await(id, HEALED);
        assertEquals(List.of(REQUESTED, ACTIVE, HEALING, HEALED), facts.phases(id));
        assertEquals(Optional.of(FakeTime.BEGIN), healed.healedAt());
        assertEquals(1, healed.hits());
        assertEquals(FakePart.State.RUNS, service.state());
    }

    @Test
    void aDurationHealsByItself() {
        String id = desk.inject(new FaultOrder("pause", BROKER, Map.of(), Optional.of(Duration.ofSeconds(5))));
        assertEquals(Optional.of(FakeTime.BEGIN.plusSeconds(5)), facts.await(id, ACTIVE).healsAt());
        Conditions.eventually("its alarms are set", () -> time.waiting() == 2);
        time.pass(Duration.ofMillis(4999));
        assertEquals(FakePart.State.PAUSED, broker.state());
        time.pass(Duration.ofMillis(1));
        facts.await(id, HEALED);
        assertEquals(FakePart.State.RUNS, broker.state());
    }

    @Test
    void aHealIsToldOnlyWhenTheProcessIsReady() {
        CountDownLatch ready = new CountDownLatch(1);
        service.startAfter(ready);
        String id = inject("kill", SERVICE);
        desk.heal(id);
        facts.await(id, HEALING);
        ready.countDown();
        facts.await(id, HEALED);
    }

    @Test
    void aHealThatFailsLeavesItActiveUntilHealingWorks() {
        service.refuseToStart(true);
        String id = inject("kill", SERVICE);
        desk.heal(id);
        Conditions.eventually("the heal has failed", () -> !facts.of(id).getLast().message().isEmpty());
        assertEquals(ACTIVE, facts.of(id).getLast().phase());
        assertEquals("not healed: user-service did not start: port 1234 is taken; free it", facts.of(id).getLast().message());
        service.refuseToStart(false);
        desk.healAll();
        assertEquals("", facts.await(id, HEALED).message());
    }

    @Test
    void aHealThatBreaksLeavesItActiveToo() {
        service.breakAtStart(true);
        String id = inject("kill", SERVICE);
        desk.heal(id);
        Conditions.eventually("the heal has failed", () -> !facts.of(id).getLast().message().isEmpty());
        assertEquals(ACTIVE, facts.of(id).getLast().phase());
        assertEquals("not healed: java.lang.IllegalStateException: broken", facts.of(id).getLast().message());
        service.breakAtStart(false);
        desk.healAll();
        facts.await(id, HEALED);
        assertEquals(FakePart.State.RUNS, service.state());
    }

    @Test
    void whatCannotBeInjectedHasFailed() {
        service.kill();
        String id = inject("pause", SERVICE);
        assertEquals("user-service is not running, so it cannot be paused; restart it first", facts.await(id, FAILED).message());
        assertEquals(List.of(REQUESTED, FAILED), facts.phases(id));
    }

    @Test
    void anOrderThatMakesNoSenseIsRefusedAtOnce() {
        assertThrows(FaultRefusedException.class, () -> inject("latency", SERVICE));
        assertThrows(FaultRefusedException.class, () -> desk.heal("fault-99"));
        assertEquals(List.of(), desk.faults());
    }

    @Test
    void aRestartIsOverByItselfAndEndsOtherFaultsOfTheProcess() {
        String kill = inject("kill", SERVICE);
        facts.await(kill, ACTIVE);
        String restart = inject("restart", SERVICE);
        facts.await(restart, HEALED);
        facts.await(kill, HEALED);
        assertEquals(FakePart.State.RUNS, service.state());
        assertEquals(1, service.starts());
    }

    @Test
    void healAllHealsSideBySideAndDoesNotWait() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        service.startAfter(ready);
        String kill = inject("kill", SERVICE);
        String pause = inject("pause", BROKER);
        String down = inject("down", LINK);
        List.of(kill, pause, down).forEach(id -> facts.await(id, ACTIVE));
        desk.healAll();
        facts.await(pause, HEALED);
        facts.await(down, HEALED);
        assertEquals(HEALING, facts.await(kill, HEALING).phase());
        ready.countDown();
        facts.await(kill, HEALED);
        new Socket(HERE, link.listenAddress().getPort()).close();
    }

    @Test
    void healingOneFaultOfALinkLeavesTheOther() {
        String latency = inject("latency", LINK);
        String down = inject("down", LINK);
        facts.await(latency, ACTIVE);
        facts.await(down, ACTIVE);
        desk.heal(latency);
        facts.await(latency, HEALED);
        assertThrows(ConnectException.class, () -> new Socket(HERE, link.listenAddress().getPort()));
        assertEquals(ACTIVE, facts.of(down).getLast().phase());
    }

    @Test
    void hitsAreToldFourTimesASecondAndOnlyWhenTheyChange() throws IOException {
        String id = inject("latency", LINK);
        facts.await(id, ACTIVE);
        Conditions.eventually("its alarm is set", () -> time.waiting() == 1);
        try (Socket client = new Socket(HERE, link.listenAddress().getPort())) {
            client.getOutputStream().write(1);
            Conditions.eventually("it was struck", () -> hitsAfterATick(id) == 1);
        }
        int told = facts.of(id).size();
        time.pass(Duration.ofSeconds(10));
        assertEquals(told, facts.of(id).size());
        assertTrue(facts.phases(id).stream().allMatch(phase -> phase == REQUESTED || phase == ACTIVE));
    }

    @Test
    void closingHealsAllAndTakesNoMore() {
        String pause = inject("pause", BROKER);
        String kill = inject("kill", SERVICE);
        desk.close();
        assertEquals(List.of(FaultPhase.HEALED, FaultPhase.HEALED), desk.faults().stream().map(FaultView::phase).toList());
        assertEquals(List.of(pause, kill), desk.faults().stream().map(FaultView::id).toList());
        assertThrows(IllegalStateException.class, () -> inject("kill", SERVICE));
    }

    private long hitsAfterATick(String id) {
        time.pass(FaultLife.HITS_EVERY);
        return facts.of(id).getLast().hits();
    }

    private String inject(String fault, Target target) {
        return desk.inject(new FaultOrder(fault, target, Map.of(), Optional.empty()));
    }
}
