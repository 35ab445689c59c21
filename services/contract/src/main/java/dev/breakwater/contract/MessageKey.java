package dev.breakwater.contract;

import com.macasaet.fernet.Key;
import com.macasaet.fernet.StringValidator;
import com.macasaet.fernet.Token;
import com.macasaet.fernet.TokenValidationException;
import com.macasaet.fernet.Validator;
import java.time.Duration;
import java.time.temporal.TemporalAmount;
import java.util.Base64;

/// The secret with which message bodies are encrypted: Fernet, version 0x80, so AES-128-CBC and HMAC-SHA256. A token is a text of
/// base64url that begins with `gAAAA`; whoever has the key can read it, in any language. Safe to use from any thread.
public final class MessageKey {
    private static final String BEGINNING = "gAAAA";
    private static final int KEY_BYTES = 32;
    /// Messages may wait for as long as they like, and clocks may be wrong.
    private static final Validator<String> ANY_AGE = new StringValidator() {
        private static final Duration CENTURY = Duration.ofDays(36_500);

        @Override
        public TemporalAmount getTimeToLive() {
            return CENTURY;
        }

        @Override
        public TemporalAmount getMaxClockSkew() {
            return CENTURY;
        }
    };

    private final Key key;

    private MessageKey(Key key) {
        this.key = key;
    }

    /// @param text 32 bytes in base64url, as Fernet writes its keys
    /// @throws IllegalArgumentException if it is no such key
    public static MessageKey of(String text) {
        if (Base64.getUrlDecoder().decode(text).length != KEY_BYTES) {
            throw new IllegalArgumentException("must be %d bytes in base64url".formatted(KEY_BYTES));
        }
        return new MessageKey(new Key(text));
    }

    /// A new key, drawn from the system's randomness.
    public static MessageKey random() {
        return new MessageKey(Key.generateKey());
    }

    /// The key itself, for whoever may have it.
    public String text() {
        return key.serialise();
    }

    public String encrypt(String body) {
        return Token.generate(key, body).serialise();
    }

    /// @throws IllegalArgumentException if it is no token, or was made with another key, or was changed on its way
    public String decrypt(String token) {
        try {
            return Token.fromString(token).validateAndDecrypt(key, ANY_AGE);
        } catch (TokenValidationException e) {
            throw new IllegalArgumentException("cannot be decrypted with this key", e);
        }
    }

    /// Whether a body is encrypted.
    public static boolean isToken(String body) {
        return body.startsWith(BEGINNING);
    }

    /// Says nothing of the secret.
    @Override
    public String toString() {
        return "MessageKey";
    }
}
