package dev.breakwater.engine.environment.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/// Asks a service for `/health`: 200 is ready, anything else is waiting for what it depends on.
public record HttpProbe(int port, String product) implements Probe {
    private static final int LONGEST_REASON = 300;

    @Override
    public Readiness ask() throws IOException {
        HttpURLConnection request =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/health").toURL().openConnection(Proxy.NO_PROXY);
        request.setConnectTimeout(Loopback.TIMEOUT_MILLIS);
        request.setReadTimeout(Loopback.TIMEOUT_MILLIS);
        try {
            int status = request.getResponseCode();
            if (status == HttpURLConnection.HTTP_OK) return new Readiness.Ready(product);
            return new Readiness.Waiting("/health answers " + status + " " + body(request));
        } finally {
            request.disconnect();
        }
    }

    private static String body(HttpURLConnection request) throws IOException {
        InputStream body = request.getErrorStream();
        return body == null ? "" : new String(body.readNBytes(LONGEST_REASON), UTF_8).strip();
    }
}
