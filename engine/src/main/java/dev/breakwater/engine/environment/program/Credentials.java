package dev.breakwater.engine.environment.program;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Made for one run. Letters and digits only, so that they stand in URIs and configuration files as they are.
public record Credentials(String user, String password) {
    private static final int SECRET_BYTES = 18;

    public static Credentials generate() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new Credentials("breakwater", HexFormat.of().formatHex(secret));
    }

    @Override
    public String toString() {
        return user;
    }
}
