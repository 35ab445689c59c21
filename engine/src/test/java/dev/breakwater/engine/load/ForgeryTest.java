package dev.breakwater.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class ForgeryTest {
    private static final String SECRET = "0123456789abcdef".repeat(4);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static String words(Forgery forgery) throws Exception {
        SignedJWT token = SignedJWT.parse(forgery.token(SECRET, NOW));
        boolean signed = token.verify(new MACVerifier(SECRET));
        boolean expired = !NOW.isBefore(token.getJWTClaimsSet().getExpirationTime().toInstant());
        return "%s %s %s".formatted(token.getHeader().getAlgorithm(), signed ? "signed" : "forged", expired ? "expired" : "fresh");
    }

    @Test
    void eachHasOneThingWrong() throws Exception {
        assertEquals("HS256 signed expired", words(Forgery.STOLEN));
        assertEquals("HS256 forged fresh", words(Forgery.FORGED));
        assertEquals("HS512 signed fresh", words(Forgery.WRONG_ALGORITHM));
    }

    @Test
    void anUnsignedOneHasNoSignature() {
        String[] parts = Forgery.UNSIGNED.token(SECRET, NOW).split("\\.", -1);
        assertEquals("", parts[2]);
        assertEquals("{\"alg\":\"none\",\"typ\":\"JWT\"}".length(), Base64.getUrlDecoder().decode(parts[0]).length);
        assertEquals(true, new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8).contains("\"alg\":\"none\""));
    }
}
