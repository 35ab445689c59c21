package dev.breakwater.engine.environment.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/// Logs in to Redis and asks for its version. A Redis that still loads its data answers `-LOADING`, which is not ready.
public record RedisProbe(int port, String password) implements Probe {
    @Override
    public Readiness ask() throws IOException {
        try (Socket socket = Loopback.connect(port)) {
            InputStream answers = new BufferedInputStream(socket.getInputStream());
            socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\nINFO server\r\n").getBytes(UTF_8));
            require("+OK", line(answers));
            require("+PONG", line(answers));
            return new Readiness.Ready("Redis " + version(answers));
        }
    }

    private static void require(String expected, String answer) throws IOException {
        if (!answer.equals(expected)) throw new IOException("Redis answered " + answer);
    }

    private static String version(InputStream answers) throws IOException {
        String length = line(answers);
        if (!length.matches("\\$\\d{1,6}")) throw new IOException("Redis answered " + length);
        String info = new String(answers.readNBytes(Integer.parseInt(length.substring(1))), UTF_8);
        return info.lines()
                .filter(line -> line.startsWith("redis_version:"))
                .map(line -> line.substring("redis_version:".length()).strip())
                .findFirst()
                .orElse("");
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0) throw new EOFException("Redis closed the connection");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
