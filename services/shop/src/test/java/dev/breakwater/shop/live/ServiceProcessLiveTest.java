package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.contract.Variables;
import dev.breakwater.shop.user.UserService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("live")
class ServiceProcessLiveTest {
    private static Map<String, String> variables(int port) {
        return new HashMap<>(Map.of(Variables.HTTP_PORT, Integer.toString(port), Variables.CONTROL_PORT, "0",
                Variables.CONTROL_TOKEN, "control", Variables.REDIS_URI, "redis://127.0.0.1:9",
                Variables.JWT_SECRET, "0123456789abcdef0123456789abcdef"));
    }

    private static Process start(Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), UserService.class.getName());
        builder.environment().putAll(variables);
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static boolean answers(int port) {
        try (var _ = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void missingVariableIsSaidInOneLine() throws Exception {
        Map<String, String> variables = variables(0);
        variables.remove(Variables.REDIS_URI);
        Process process = start(variables);
        assertEquals("user-service: cannot start: variable REDIS_URI is not set", errors(process));
        assertEquals(2, process.waitFor());
    }

    @Test
    void takenPortIsSaidInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start(variables(taken.getLocalPort()));
            String said = errors(process);
            assertTrue(said.startsWith("user-service: cannot start: ") && said.contains(Integer.toString(taken.getLocalPort()))
                    && said.lines().count() == 1, said);
            assertEquals(3, process.waitFor());
        }
    }

    @Test
    void sigtermEndsItWithinThreeSeconds() throws Exception {
        int port = Ports.free();
        Process process = start(variables(port));
        Eventually.holds("it answers", () -> answers(port));
        process.destroy();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    }

    @Test
    void itEndsWhenItsParentIsGone() throws Exception {
        int port = Ports.free();
        Process parent = new ProcessBuilder("sleep", "600").start();
        Map<String, String> variables = variables(port);
        variables.put(Variables.PARENT_PID, Long.toString(parent.pid()));
        Process process = start(variables);
        try {
            Eventually.holds("it answers", () -> answers(port));
        } finally {
            parent.destroyForcibly();
        }
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    }
}
