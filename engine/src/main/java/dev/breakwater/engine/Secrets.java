package dev.breakwater.engine;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Tokens for one run: never written anywhere but into files that their owner alone can read.
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /// 256 bits as 64 hex digits.
    static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
