package dev.breakwater.engine.environment.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Stands for a service in tests: serves `/health`. What it does wrong is told by `TINY`: `crash`, `unhealthy`.
public final class TinyService {
    private TinyService() {}

    public static void main(String[] args) throws IOException {
        String fault = System.getenv().getOrDefault("TINY", "");
        if (fault.equals("crash")) {
            System.err.println("JWT_SECRET is not set");
            System.exit(2);
        }
        int port = Integer.parseInt(System.getenv("HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(fault.equals("unhealthy") ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("serves");
    }
}
