package dev.breakwater.brokers.mongo;

import de.bwaldvogel.mongo.MongoServer;
import dev.breakwater.brokers.ParentWatch;
import dev.breakwater.brokers.Setting;
import dev.breakwater.contract.BrokerVariables;

/// mongo-java-server on 127.0.0.1. Keeps everything in memory and asks for no credentials: it is for read models, which are built
/// anew from the events when it was killed.
public final class MongoBroker {
    private MongoBroker() {}

    public static void main(String[] args) {
        Setting setting = Setting.ofProcess();
        ParentWatch.start();
        MongoServer server = new MongoServer(new CompleteIndexes());
        server.bind("127.0.0.1", setting.port());
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        System.out.println(BrokerVariables.READY + "mongo-java-server " + version() + " (in memory)");
    }

    /// Its manifest does not name the version, its jar does: `mongo-java-server-1.47.0.jar`.
    private static String version() {
        String jar = MongoServer.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        return jar.replaceAll(".*?([0-9][0-9.]*[0-9])\\.jar$", "$1");
    }
}
