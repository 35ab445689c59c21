package dev.breakwater.shop.support.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TokensTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> told = new ArrayList<>();
    private Instant now = ISSUED;
    private String variant = "robust";
    private final Tokens tokens = new Tokens(SECRET, "order-service", () -> now, () -> variant, told::add);

    private Tokens foreign() {
        return new Tokens(SECRET.repeat(2), "client", () -> now, () -> "robust", told::add);
    }

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
        assertEquals("Invalid token", refusal("Bearer " + foreign().issue("client", ISSUED)));
    }

    @Example
    void expiredTokenOfAnotherSecretIsInvalidAndNotExpired() {
        String foreign = foreign().issue("client", ISSUED.minusSeconds(1000));
        assertEquals("Invalid token", refusal("Bearer " + foreign));
    }

    @Example
    void unsignedTokenIsInvalid() {
        String token = tokens.issue("client", ISSUED);
        String claims = token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals("Invalid token", refusal("Bearer " + none + claims));
    }

    @Example
    void badTokensAreRefusedWhateverIsWrongWithThem() {
        Map<String, String> bad = BadTokens.all(SECRET, ISSUED);
        assertEquals(bad, bad.keySet().stream().collect(Collectors.toMap(token -> token, this::refusal)));
        assertEquals(List.copyOf(bad.values()).stream().sorted().toList(), told.stream().sorted().toList());
    }

    @Example
    void tokenOfAClockThatIsAMinuteAheadIsTaken() throws InvalidTokenException {
        assertEquals("client", tokens.verify("Bearer " + tokens.issue("client", ISSUED.plusSeconds(60))));
        assertEquals("Invalid token", refusal("Bearer " + tokens.issue("client", ISSUED.plusSeconds(61))));
        assertEquals(List.of("valid", "Invalid token"), told);
    }

    @Example
    void clockThatIsSetBackGetsATokenThatOthersTake() throws InvalidTokenException {
        now = ISSUED.plusSeconds(3600);
        String ahead = tokens.bearer();
        now = ISSUED;
        assertNotEquals(ahead, tokens.bearer());
        assertEquals("order-service", tokens.verify(tokens.bearer()));
    }

    @Example
    void naiveOneTokenIsGoodForEver() throws InvalidTokenException {
        variant = "naive";
        String first = tokens.bearer();
        now = ISSUED.plus(Duration.ofDays(400));
        assertEquals(first, tokens.bearer());
        assertEquals("order-service", tokens.verify(first));
        assertEquals("Invalid token", refusal("Bearer " + foreign().issue("client", now)));
        variant = "robust";
        assertEquals("Token expired", refusal(first));
        assertNotEquals(first, tokens.bearer());
    }

    @Property
    void anythingElseIsInvalid(@ForAll String header) {
        assertEquals("Invalid token", refusal(header));
        assertEquals("Invalid token", refusal("Bearer " + header));
    }

    @Example
    void shortSecretIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Tokens("short", "client", () -> now, () -> "robust", told::add));
    }
}
