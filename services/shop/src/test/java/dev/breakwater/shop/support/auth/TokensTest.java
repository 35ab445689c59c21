package dev.breakwater.shop.support.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TokensTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = ISSUED;
    private final Tokens tokens = new Tokens(SECRET, "order-service", () -> now);

    private String refusal(String header) {
        return String.valueOf(assertThrows(InvalidTokenException.class, () -> tokens.verify(header)).getMessage());
    }

    @Example
    void ownTokenNamesTheService() throws InvalidTokenException {
        assertEquals("order-service", tokens.verify(tokens.bearer()));
    }

    @Example
    void tokenIsGoodForFiveMinutesLessAMoment() throws InvalidTokenException {
        String header = "Bearer " + tokens.issue("client", ISSUED);
        now = ISSUED.plus(Duration.ofMinutes(5)).minusMillis(1);
        assertEquals("client", tokens.verify(header));
        now = ISSUED.plus(Duration.ofMinutes(5));
        assertEquals("Token expired", refusal(header));
    }

    @Example
    void ownTokenIsRenewedInTime() throws InvalidTokenException {
        String first = tokens.bearer();
        now = ISSUED.plusSeconds(241);
        assertNotEquals(first, tokens.bearer());
        assertEquals("order-service", tokens.verify(tokens.bearer()));
    }

    @Example
    void tokenOfAnotherSecretIsInvalid() {
        assertEquals("Invalid token", refusal("Bearer " + new Tokens(SECRET.repeat(2), "client", () -> now).issue("client", ISSUED)));
    }

    @Example
    void expiredTokenOfAnotherSecretIsInvalidAndNotExpired() {
        String foreign = new Tokens(SECRET.repeat(2), "client", () -> now).issue("client", ISSUED.minusSeconds(1000));
        assertEquals("Invalid token", refusal("Bearer " + foreign));
    }

    @Example
    void unsignedTokenIsInvalid() {
        String token = tokens.issue("client", ISSUED);
        String claims = token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals("Invalid token", refusal("Bearer " + none + claims));
    }

    @Property
    void anythingElseIsInvalid(@ForAll String header) {
        assertEquals("Invalid token", refusal(header));
        assertEquals("Invalid token", refusal("Bearer " + header));
    }

    @Example
    void shortSecretIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Tokens("short", "client", () -> now));
    }
}
