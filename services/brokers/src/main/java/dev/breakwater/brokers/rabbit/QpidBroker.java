package dev.breakwater.brokers.rabbit;

import dev.breakwater.brokers.ParentWatch;
import dev.breakwater.brokers.Setting;
import dev.breakwater.contract.BrokerVariables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.configuration.CommonProperties;

/// Qpid Broker-J with RabbitMQ's dialect on 127.0.0.1. What it has confirmed survives `kill -9`: queues, bindings, messages.
public final class QpidBroker {
    private QpidBroker() {}

    public static void main(String[] args) throws Exception {
        Setting setting = Setting.ofProcess();
        ParentWatch.start();
        requireFree(setting.port());
        System.setProperty("derby.stream.error.file", setting.folder().resolve("derby.log").toString());
        QpidConfiguration configuration = new QpidConfiguration(setting);
        Path file = configuration.write();
        SystemLauncher launcher = new SystemLauncher();
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::shutdown));
        launcher.startup(configuration.systemAttributes(file));
        Files.delete(file);
        System.out.println(BrokerVariables.READY + "Qpid Broker-J " + CommonProperties.getReleaseVersion() + " (RabbitMQ dialect)");
        Thread.currentThread().join();
    }

    /// Qpid itself goes on without its port when that is taken.
    private static void requireFree(int port) throws IOException {
        new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})).close();
    }
}
