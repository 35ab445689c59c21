package dev.breakwater.engine.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Names that come with every span: the same bytes give the same String, without decoding or hashing it again. Any thread.
///
/// A table of fixed size, in which a newer name takes the place of an older one. Reads and writes race on purpose: entries are immutable,
/// and a write that gets lost costs one more decoding.
final class KnownTexts {
    private static final int SLOTS = 1 << 10;
    private static final int MAX_BYTES = 128;

    private static final class Known {
        final byte[] bytes;
        final String text;

        Known(byte[] bytes) {
            this.bytes = bytes;
            text = new String(bytes, UTF_8);
        }
    }

    private final @Nullable Known[] slots = new Known[SLOTS];

    String text(byte[] bytes, int from, int length) {
        if (length > MAX_BYTES) {
            return new String(bytes, from, MAX_BYTES, UTF_8) + "…";
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Known known = slots[slot];
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, from, from + length)) {
            return known.text;
        }
        Known fresh = new Known(Arrays.copyOfRange(bytes, from, from + length));
        slots[slot] = fresh;
        return fresh.text;
    }
}
