package dev.breakwater.brokers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.breakwater.contract.BrokerVariables;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingTest {
    @Test
    void isReadFromTheVariables() {
        Setting setting = Setting.of(Map.of(BrokerVariables.PORT, "5672", BrokerVariables.FOLDER, "/data", BrokerVariables.USER, "ada"));
        assertEquals(new Setting(5672, Path.of("/data"), "ada", ""), setting);
    }

    @Test
    void aMissingVariableIsNamed() {
        String message = assertThrows(IllegalArgumentException.class, () -> Setting.of(Map.of(BrokerVariables.PORT, "5672"))).getMessage();
        assertEquals("the environment variable BROKER_FOLDER is not set", message);
    }

    @Test
    void aPortHasToBeOne() {
        for (String port : new String[] {"0", "65536", "-1", "amqp", "99999999999"})
            assertThrows(IllegalArgumentException.class, () -> Setting.of(Map.of(BrokerVariables.PORT, port, BrokerVariables.FOLDER, "/")));
    }
}
