package dev.breakwater.engine.environment.probe;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/// Logs in to a MongoDB that wants credentials and asks for its version. At a fresh one it first creates the user: as long as there is
/// none, MongoDB lets a client on its own machine do so.
public record MongoLogin(URI uri, String user, String password) implements Probe {
    @Override
    public Readiness ask() throws IOException {
        try {
            return new Readiness.Ready("MongoDB " + version());
        } catch (MongoException e) {
            createUser(e);
            return new Readiness.Ready("MongoDB " + version());
        }
    }

    private String version() {
        try (MongoClient client = client(uri.toString())) {
            return String.valueOf(client.getDatabase("admin").runCommand(new Document("buildInfo", 1)).getString("version"));
        }
    }

    private void createUser(MongoException whyNotIn) throws IOException {
        try (MongoClient client = client("mongodb://127.0.0.1:" + uri.getPort() + "/")) {
            Document command = new Document("createUser", user).append("pwd", password).append("roles", List.of("root"));
            client.getDatabase("admin").runCommand(command);
        } catch (MongoException e) {
            e.addSuppressed(whyNotIn);
            throw new IOException(e.getMessage(), e);
        }
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(Loopback.TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(Loopback.TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(Loopback.TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                .build());
    }
}
