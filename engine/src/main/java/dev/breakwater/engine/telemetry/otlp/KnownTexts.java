package dev.breakwater.engine.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names that come with every span: the same bytes give the same text, without decoding or hashing it again. Any thread.
///
/// A table of fixed size, in which a newer name takes the place of an older one. Reads and writes race on purpose: entries are immutable,
/// and a write that gets lost costs one more decoding.
final class KnownTexts {
    static final int MAX_BYTES = 128;
    private static final int SLOTS = 1 << 10;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// One name, and its places among those that are wanted and those that are to be noted, each else -1.
    static final class Known {
        private final byte[] bytes;
        final String text;
        final int wanted;
        final int noted;

        private Known(byte[] bytes, String text, int wanted, int noted) {
            this.bytes = bytes;
            this.text = text;
            this.wanted = wanted;
            this.noted = noted;
        }
    }

    private final @Nullable Known[] slots = new Known[SLOTS];
    private final List<String> wanted;
    private final List<String> noted;

    KnownTexts() {
        this(List.of(), List.of());
    }

    KnownTexts(List<String> wanted, List<String> noted) {
        this.wanted = wanted;
        this.noted = noted;
    }

    /// Cuts what is longer than [#MAX_BYTES].
    Known find(byte[] bytes, int from, int length) {
        int kept = Math.min(length, MAX_BYTES);
        int slot = slot(bytes, from, kept);
        Known known = slots[slot];
        if (known != null && length <= MAX_BYTES && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, from, from + length)) {
            return known;
        }
        String text = new String(bytes, from, kept, UTF_8) + (length > kept ? "…" : "");
        byte[] copy = Arrays.copyOfRange(bytes, from, from + kept);
        Known fresh = new Known(copy, text, wanted.indexOf(text), noted.indexOf(text));
        if (length == kept) {
            slots[slot] = fresh;
        }
        return fresh;
    }

    /// Names differ in their length or at their ends, so those are enough.
    private static int slot(byte[] bytes, int from, int length) {
        long hash = length;
        if (length >= Long.BYTES) {
            hash += (long) LONGS.get(bytes, from) * 0x9E3779B97F4A7C15L;
            hash ^= (long) LONGS.get(bytes, from + length - Long.BYTES) * 0xC4CEB9FE1A85EC53L;
        } else {
            for (int i = from; i < from + length; i++) {
                hash = (hash + bytes[i]) * 0x9E3779B97F4A7C15L;
            }
        }
        return (int) (hash >>> 54) & SLOTS - 1;
    }
}
