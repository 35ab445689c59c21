package dev.breakwater.engine.environment.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BundledRedisTest {
    @Test
    void prefersTheBinaryOfTheMachine() {
        assertEquals(List.of("linux-amd64", "linux-386"), BundledRedis.names("Linux", "amd64"));
        assertEquals(List.of("linux-arm64"), BundledRedis.names("Linux", "aarch64"));
        assertEquals(List.of("darwin-arm64"), BundledRedis.names("Mac OS X", "aarch64"));
    }
}
