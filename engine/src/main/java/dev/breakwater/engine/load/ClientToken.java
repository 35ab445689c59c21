package dev.breakwater.engine.load;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.breakwater.contract.Services;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/// The client's bearer token (HS256; claims `service`, `iat`, `exp` = `iat` + 300 s), signed anew before it expires.
public final class ClientToken {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration RENEW_AFTER = Duration.ofMinutes(4);

    private final String secret;
    private final InstantSource clock;
    private volatile Signed signed = new Signed("", Instant.MIN);

    private record Signed(String token, Instant renewAt) {}

    /// @param secret at least 32 bytes
    public ClientToken(String secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /// `Bearer` and the token, as in the header `Authorization`.
    public String bearer() {
        Signed now = signed;
        Instant at = clock.instant();
        if (!at.isBefore(now.renewAt())) {
            now = new Signed(sign(at), at.plus(RENEW_AFTER));
            signed = now;
        }
        return "Bearer " + now.token();
    }

    @SuppressWarnings("JavaUtilDate")        // the library's
    private String sign(Instant at) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().claim("service", Services.CLIENT)
                .issueTime(Date.from(at)).expirationTime(Date.from(at.plus(LIFE))).build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException weak) {
            throw new IllegalArgumentException("cannot sign with this secret: " + weak.getMessage(), weak);
        }
        return token.serialize();
    }
}
