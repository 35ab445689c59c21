package dev.breakwater.shop.support.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens as they can be made without our code.
public final class BadTokens {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private BadTokens() {}

    /// Tokens that nobody may take, as values of `Authorization`, each with what whoever sends it is told.
    public static Map<String, String> all(String secret, Instant now) {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put(bearer("HS256", "HmacSHA256", secret, now.minusSeconds(301)), "Token expired");
        bad.put(bearer("HS256", "HmacSHA256", secret.repeat(2), now), "Invalid token");
        bad.put(bearer("HS512", "HmacSHA512", secret, now), "Invalid token");
        bad.put(bearer("HS384", "HmacSHA384", secret, now), "Invalid token");
        bad.put(bearer("none", "", secret, now), "Invalid token");
        bad.put(bearer("none", "HmacSHA256", secret, now), "Invalid token");
        bad.put(bearer("HS256", "", secret, now), "Invalid token");
        bad.put(bearer("HS256", "HmacSHA256", secret, now.plusSeconds(3600)), "Invalid token");
        return bad;
    }

    /// @param hmac empty for no signature
    static String bearer(String algorithm, String hmac, String secret, Instant issued) {
        long at = issued.getEpochSecond();
        String content = part("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm)) + "."
                + part("{\"service\":\"client\",\"iat\":%d,\"exp\":%d}".formatted(at, at + 300));
        return "Bearer " + content + "." + (hmac.isEmpty() ? "" : signature(hmac, secret, content));
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String hmac, String secret, String content) {
        try {
            Mac mac = Mac.getInstance(hmac);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), hmac));
            return BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(hmac + " is part of every Java", missing);
        }
    }

    /// A good one, to see that the bad ones are refused for the one thing that is wrong with them.
    public static String good(String secret) {
        return bearer("HS256", "HmacSHA256", secret, InstantSource.system().instant());
    }
}
