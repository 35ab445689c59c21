package dev.breakwater.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageKeyTest {
    /// Key and token of the Fernet specification (generate.json); the token is of 1985.
    private static final MessageKey KEY = MessageKey.of("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=");
    private static final String HELLO =
            "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";

    @Test
    void theTokenOfTheSpecificationIsRead() {
        assertEquals("hello", KEY.decrypt(HELLO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\"Zo\u00eb \ud83d\ude00\"}", " "})
    void whatIsEncryptedIsReadAgain(String body) {
        String token = KEY.encrypt(body);
        assertTrue(MessageKey.isToken(token));
        assertEquals(body, KEY.decrypt(token));
        assertNotEquals(token, KEY.encrypt(body));
    }

    @Test
    void anotherKeyReadsNothing() {
        assertThrows(IllegalArgumentException.class, () -> MessageKey.random().decrypt(HELLO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gAAAA", "gAAAAAAdwJ6w", "gAAAA!", "{\"a\":1}"})
    void whatIsNoTokenIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> KEY.decrypt(text));
    }

    @Test
    void aTokenThatWasChangedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> KEY.decrypt(HELLO.replace("KZ_eEw", "KZ_eEx")));
    }

    @Test
    void jsonIsNoToken() {
        assertFalse(MessageKey.isToken("{\"orderId\":\"1\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e=="})
    void whatIsNoKeyIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> MessageKey.of(text));
    }
}
