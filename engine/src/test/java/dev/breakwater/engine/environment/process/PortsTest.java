package dev.breakwater.engine.environment.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aReservedPortIsHeldUntilItIsReleased() throws Exception {
        try (Ports ports = new Ports(new Random())) {
            int port = ports.reserve();
            assertFalse(Ports.isFree(port));
            ports.release(port);
            assertTrue(Ports.isFree(port));
        }
    }

    @Test
    void portsLieBelowThoseOfOutgoingConnections() throws Exception {
        try (Ports ports = new Ports(new Random())) {
            Set<Integer> reserved = new HashSet<>();
            for (int i = 0; i < 50; i++) reserved.add(ports.reserve());
            assertEquals(50, reserved.size());
            assertTrue(reserved.stream().allMatch(port -> port >= 20_000 && port < 32_000), reserved::toString);
        }
    }
}
