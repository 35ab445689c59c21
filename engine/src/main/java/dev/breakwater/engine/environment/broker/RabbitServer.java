package dev.breakwater.engine.environment.broker;

import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.probe.AmqpProbe;
import dev.breakwater.engine.environment.probe.Probe;
import dev.breakwater.engine.environment.process.ChildCommand;
import dev.breakwater.engine.environment.process.ChildProcess;
import dev.breakwater.engine.environment.program.Credentials;
import dev.breakwater.engine.environment.program.Ground;
import dev.breakwater.engine.environment.program.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The machine's RabbitMQ as a private node: own data, log, plugins, cookie, name server and ports, all on loopback; the system's own
/// node, if one runs, is not touched.
///
/// @param server the script `rabbitmq-server`
/// @param epmd Erlang's name server. It runs beside the node, because one that the node starts itself would outlive it
/// @param uri with the credentials
public record RabbitServer(Path server, Path epmd, PortsOfNode at, Credentials credentials, URI uri, Ground ground) implements Program {
    /// @param nodes where the name server listens
    /// @param distribution where the node would listen to other nodes
    public record PortsOfNode(int amqp, int nodes, int distribution) {}

    @Override
    public String name() {
        return Addresses.RABBITMQ;
    }

    @Override
    public boolean broker() {
        return true;
    }

    @Override
    public List<Integer> ports() {
        return List.of(at.amqp(), at.distribution());
    }

    @Override
    public List<Integer> reserved() {
        return List.of(at.amqp(), at.distribution(), at.nodes());
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }

    @Override
    public Optional<ChildCommand> companion() throws IOException {
        List<String> words = List.of(epmd.toString(), "-address", "127.0.0.1", "-port", String.valueOf(at.nodes()));
        return Optional.of(ground.command(name(), words, ground.variables(name())));
    }

    @Override
    public ChildCommand command() throws IOException {
        Path folder = ground.folderOf(name());
        PrivateFile.write(folder.resolve("rabbitmq.conf"), """
                default_user = %s
                default_pass = %s
                listeners.tcp.local = 127.0.0.1:%d
                log.console = true
                log.console.level = warning
                log.file = false
                disk_free_limit.absolute = 30MB
                """.formatted(credentials.user(), credentials.password(), at.amqp()));
        PrivateFile.write(folder.resolve("enabled_plugins"), "[].\n");
        PrivateFile.write(folder.resolve("rabbitmq-env.conf"), "");
        return ground.command(name(), List.of(server.toString(), "-noinput"), variables(folder));
    }

    private Map<String, String> variables(Path folder) throws IOException {
        Map<String, String> variables = new HashMap<>(ground.variables(name()));
        variables.put("HOME", folder.toString()); // the cookie lies there
        variables.put("RABBITMQ_ALLOW_INPUT", "true"); // makes the script become the node instead of waiting for it
        variables.put("RABBITMQ_NODENAME", "breakwater-" + at.amqp() + "@localhost");
        variables.put("RABBITMQ_DIST_PORT", String.valueOf(at.distribution()));
        variables.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}");
        variables.put("ERL_EPMD_PORT", String.valueOf(at.nodes()));
        variables.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        variables.put("RABBITMQ_CONF_ENV_FILE", folder.resolve("rabbitmq-env.conf").toString());
        variables.put("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq.conf").toString());
        variables.put("RABBITMQ_ADVANCED_CONFIG_FILE", folder.resolve("none.config").toString());
        variables.put("RABBITMQ_CONFIG_FILES", folder.resolve("none.d").toString());
        variables.put("RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("enabled_plugins").toString());
        variables.put("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString());
        variables.put("RABBITMQ_LOG_BASE", folder.resolve("log").toString());
        variables.put("RABBITMQ_LOGS", "-");
        variables.put("RABBITMQ_PID_FILE", folder.resolve("pid").toString());
        return variables;
    }

    @Override
    public Probe probe(ChildProcess process) {
        return new AmqpProbe(uri);
    }
}
