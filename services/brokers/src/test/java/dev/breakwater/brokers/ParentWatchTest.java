package dev.breakwater.brokers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.brokers.mongo.MongoBroker;
import dev.breakwater.contract.BrokerVariables;
import dev.breakwater.contract.Variables;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("live")
class ParentWatchTest {
    @Test
    void aBrokerEndsByItselfWhenTheLabIsGone(@TempDir Path folder) throws Exception {
        Process lab = new ProcessBuilder("sleep", "60").start();
        Process broker = RunningBroker.start(MongoBroker.class, Map.of(
                BrokerVariables.PORT, "19998", BrokerVariables.FOLDER, folder.toString(), Variables.PARENT_PID, String.valueOf(lab.pid())));
        try (BufferedReader output = broker.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(output.readLine().startsWith(BrokerVariables.READY));
            lab.destroyForcibly();
            assertTrue(broker.waitFor(10, TimeUnit.SECONDS));
        } finally {
            broker.destroyForcibly();
        }
    }

    @Test
    void aMissingVariableIsOneClearLine() throws Exception {
        Process broker = RunningBroker.start(MongoBroker.class, Map.of());
        assertEquals("the environment variable BROKER_PORT is not set\n",
                new String(broker.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(2, broker.waitFor());
    }
}
