package dev.breakwater.brokers.rabbit;

import dev.breakwater.brokers.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.server.model.SystemConfig;
import tools.jackson.databind.json.JsonMapper;

/// Qpid's configuration: one port on 127.0.0.1, one user, one virtual host with a durable Derby store.
final class QpidConfiguration {
    /// A hundred threads and large buffers are for thousands of connections; the lab has a dozen.
    private static final Map<String, String> FEW_THREADS = Map.of(
            "virtualhost.connectionThreadPool.size", "8",
            "virtualhost.connectionThreadPool.numberOfSelectors", "1",
            "qpid.port.amqp.threadPool.size", "4",
            "qpid.port.amqp.threadPool.numberOfSelectors", "1",
            "qpid.broker.networkBufferSize", "65536");

    private final Setting setting;

    QpidConfiguration(Setting setting) {
        this.setting = setting;
    }

    /// For `SystemLauncher.startup`.
    Map<String, Object> systemAttributes(Path initialConfiguration) throws IOException {
        Map<String, Object> context = new HashMap<>(Map.of(
                "qpid.work_dir", setting.folder().toString(),
                "virtualhost.housekeepingCheckPeriod", "200", // how exactly a TTL is kept, in ms
                "queue.behaviourOnUnknownDeclareArgument", "FAIL",
                "store.filesystem.maxUsagePercent", "100")); // on a disk that is 90 % full, publishers would wait for ever
        context.putAll(FEW_THREADS);
        RabbitProtocol.install(context);
        return Map.of(
                SystemConfig.TYPE, "Memory",
                "initialConfigurationLocation", initialConfiguration.toUri().toURL().toString(),
                "startupLoggedToSystemOut", "false",
                SystemConfig.CONTEXT, context);
    }

    /// Holds the password, so only its owner may read it.
    Path write() throws IOException {
        Files.createDirectories(setting.folder());
        Path file = setting.folder().resolve("broker.json");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, json(Map.of(
                "name", "embedded",
                "modelVersion", "9.1",
                "authenticationproviders", List.of(users()),
                "ports", List.of(port()),
                "virtualhostnodes", List.of(virtualHost()))));
    }

    private Map<String, Object> users() {
        return Map.of(
                "name", "plain",
                "type", "Plain",
                "secureOnlyMechanisms", List.of(),
                "users", List.of(Map.of("name", setting.user(), "type", "managed", "password", setting.password())));
    }

    private Map<String, Object> port() {
        return Map.of(
                "name", "AMQP",
                "port", String.valueOf(setting.port()),
                "bindingAddress", "127.0.0.1",
                "protocols", List.of("AMQP_0_9_1"),
                "authenticationProvider", "plain",
                "virtualhostaliases", List.of(
                        Map.of("name", "nameAlias", "type", "nameAlias"),
                        Map.of("name", "defaultAlias", "type", "defaultAlias")));
    }

    private Map<String, Object> virtualHost() {
        Path messages = setting.folder().resolve("messages");
        return Map.of(
                "name", "default",
                "type", "JSON",
                "defaultVirtualHostNode", "true",
                "storePath", setting.folder().resolve("host").toString(),
                "virtualHostInitialConfiguration", json(Map.of("type", "DERBY", "storePath", messages.toString())));
    }

    private static String json(Map<String, ?> value) {
        return new JsonMapper().writeValueAsString(value);
    }
}
