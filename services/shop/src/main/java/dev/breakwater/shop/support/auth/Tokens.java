package dev.breakwater.shop.support.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.breakwater.contract.SwitchNames;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Service tokens: JWT, HS256, claims `service`, `iat` and `exp` = `iat` + 300 s. Robust: they are renewed, and nobody takes an older one.
/// Naive: one token for ever, which is as good in the hands of whoever has stolen it.
public final class Tokens {
    public static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(1);
    /// How much faster the clock of whoever issued a token may be; without a limit it could issue tokens that live as long as it likes.
    private static final Duration LEEWAY = Duration.ofMinutes(1);
    private static final String VALID = "valid";
    private static final int MAX_KNOWN = 1000;
    private static final int MIN_SECRET_BYTES = 32;
    private static final String BEARER = "Bearer ";

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final String service;
    private final InstantSource clock;
    private final Supplier<String> variant;
    private final Consumer<String> told;
    /// By text: tokens whose signature is good. A caller sends the same one for minutes; its times are looked at each time.
    private final Map<String, Claims> signed = new ConcurrentHashMap<>();
    private volatile @Nullable Issued own;

    /// @param service whose own tokens these are
    /// @param variant [SwitchNames#ROBUST] or [SwitchNames#NAIVE]
    /// @param told hears how each check ended: `valid`, or what the caller is told
    /// @throws IllegalArgumentException if the secret is shorter than 32 bytes, as HS256 wants it
    public Tokens(String secret, String service, InstantSource clock, Supplier<String> variant, Consumer<String> told) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        if (key.length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException("the secret must have at least 32 bytes, it has " + key.length);
        }
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the secret is not fit for HS256: " + e.getMessage(), e);
        }
        this.service = service;
        this.clock = clock;
        this.variant = variant;
        this.told = told;
    }

    private boolean isNaive() {
        return variant.get().equals(SwitchNames.NAIVE);
    }

    /// A header value with a token of this service that is good for another minute at least. A clock that was set back gets a new one.
    public String bearer() {
        Instant now = clock.instant();
        Issued current = own;
        if (current == null || (!isNaive() && !current.isGoodAt(now))) {
            current = new Issued(issue(service, now), now);
            own = current;
        }
        return BEARER + current.token();
    }

    /// A token for `name`, issued at `at`.
    public String issue(String name, Instant at) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .claim("service", name).issueTime(Date.from(at)).expirationTime(Date.from(at.plus(LIFETIME))).build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with HS256", e);
        }
        return token.serialize();
    }

    /// @param header value of `Authorization`
    /// @return the service that the token was issued to
    public String verify(@Nullable String header) throws InvalidTokenException {
        try {
            String name = check(header);
            told.accept(VALID);
            return name;
        } catch (InvalidTokenException e) {
            told.accept(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private String check(@Nullable String header) throws InvalidTokenException {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw InvalidTokenException.invalid();
        }
        String text = header.substring(BEARER.length()).strip();
        Claims claims = signed.get(text);
        if (claims == null) {
            claims = read(text);
            if (signed.size() >= MAX_KNOWN) {
                signed.clear();
            }
            signed.put(text, claims);
        }
        if (!isNaive()) {
            checkTimes(claims.issued(), claims.expires());
        }
        return claims.service();
    }

    private Claims read(String text) throws InvalidTokenException {
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            boolean good = JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) && token.verify(verifier);
            String name = claims.getStringClaim("service");
            Date expires = claims.getExpirationTime();
            if (!good || name == null || expires == null || claims.getIssueTime() == null) {
                throw InvalidTokenException.invalid();
            }
            return new Claims(name, claims.getIssueTime().toInstant(), expires.toInstant());
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw InvalidTokenException.invalid();
        }
    }

    private void checkTimes(Instant issued, Instant expires) throws InvalidTokenException {
        Instant now = clock.instant();
        if (!now.isBefore(expires)) {
            throw InvalidTokenException.expired();
        }
        if (issued.isAfter(now.plus(LEEWAY))) {
            throw InvalidTokenException.invalid();
        }
    }

    private record Claims(String service, Instant issued, Instant expires) {}

    private record Issued(String token, Instant at) {
        boolean isGoodAt(Instant now) {
            return !now.isBefore(at) && !now.isAfter(at.plus(LIFETIME).minus(RENEW_BEFORE));
        }
    }
}
