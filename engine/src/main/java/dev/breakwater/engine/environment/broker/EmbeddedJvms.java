package dev.breakwater.engine.environment.broker;

import dev.breakwater.engine.environment.program.Jvm;
import java.nio.file.Path;
import java.util.List;

/// The JVMs of the embedded brokers. The module is reached by path only: its class path is none of the engine's business.
///
/// @param home of Breakwater: the folder with `services`
public record EmbeddedJvms(Path home) {
    public static final String RABBIT_MAIN = "dev.breakwater.brokers.rabbit.QpidBroker";
    public static final String MONGO_MAIN = "dev.breakwater.brokers.mongo.MongoBroker";

    /// Starting small saves 20 MB: without `-Xms` the whole heap would be filled before the first collection.
    public Jvm rabbit() {
        return new Jvm("rabbitmq", module(), List.of("-Xms16m", "-Xmn5m", "-Xmx96m",
                "-Dderby.storage.pageCacheSize=100", "-Dderby.language.statementCacheSize=20"));
    }

    /// Keeps all its data in the heap.
    public Jvm mongo() {
        return new Jvm("mongodb", module(), List.of("-Xms12m", "-Xmn4m", "-Xmx256m", "-XX:+UseCompactObjectHeaders"));
    }

    private Path module() {
        return home.resolve("services/brokers");
    }
}
