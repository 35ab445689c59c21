package dev.breakwater.engine.load;

import dev.breakwater.contract.Services;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens that nobody may take: each names order-service, and each has one thing wrong with it.
enum Forgery {
    /// Genuine, but issued ten minutes ago: a stolen one that is used again.
    STOLEN("stolen and expired", "HS256"),
    /// Signed with another secret.
    FORGED("forged", "HS256"),
    /// Signed with the right secret by another algorithm.
    WRONG_ALGORITHM("signed by HS512", "HS512"),
    /// Says of itself that it needs no signature.
    UNSIGNED("unsigned", "none");

    private static final Duration AGE = Duration.ofMinutes(10);
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String words;
    private final String algorithm;

    Forgery(String words, String algorithm) {
        this.words = words;
        this.algorithm = algorithm;
    }

    /// What is wrong with it.
    String words() {
        return words;
    }

    /// The token, as a thief would send it at `now`.
    ///
    /// @param secret what the shop signs with
    String token(String secret, Instant now) {
        Instant issued = this == STOLEN ? now.minus(AGE) : now;
        String content = part(Map.of("alg", algorithm, "typ", "JWT")) + "." + part(Map.of("service", Services.ORDER,
                "iat", issued.getEpochSecond(), "exp", issued.plus(LIFE).getEpochSecond()));
        return content + "." + switch (this) {
            case UNSIGNED -> "";
            case FORGED -> signature("HmacSHA256", "guessed-" + secret.length(), content);
            case STOLEN -> signature("HmacSHA256", secret, content);
            case WRONG_ALGORITHM -> signature("HmacSHA512", secret, content);
        };
    }

    private static String part(Map<String, Object> fields) {
        return BASE64.encodeToString(ClientJson.object(fields).getBytes(StandardCharsets.UTF_8));
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
}
