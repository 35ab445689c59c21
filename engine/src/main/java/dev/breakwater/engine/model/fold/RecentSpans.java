package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.SpanFinished;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which spans were heard of lately: to leave out copies, and to join the two sides of a call or message.
///
/// Two tables of numbers instead of maps of objects, because this is asked several times a span: when the young one is full, it takes the
/// place of the old one. So between [#GENERATION] and twice as many spans are known, in 8 MB. Ids are kept as 64-bit hashes.
final class RecentSpans {
    static final int GENERATION = 1 << 17;
    private static final int SLOTS = 2 * GENERATION;
    private static final long ABSENT = Long.MIN_VALUE;
    private static final long OTHER = 0;
    private static final long CALLER = 1;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// Open addressing with linear probing, at most half full; 0 is no key.
    private static final class Table {
        final long[] keys = new long[SLOTS];
        final long[] values = new long[SLOTS];
        int size;

        long get(long key) {
            int slot = slot(key);
            return keys[slot] == key ? values[slot] : ABSENT;
        }

        void put(long key, long value) {
            int slot = slot(key);
            keys[slot] = key;
            values[slot] = value;
            size++;
        }

        void clear() {
            Arrays.fill(keys, 0);
            size = 0;
        }

        private int slot(long key) {
            int slot = (int) (key >>> 32) & SLOTS - 1;
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = slot + 1 & SLOTS - 1;
            }
            return slot;
        }
    }

    private Table young = new Table();
    private Table old = new Table();

    /// False when this span is known already.
    boolean add(SpanFinished span) {
        long key = key(span.spanId());
        if (value(key) != ABSENT) {
            return false;
        }
        young.put(key, switch (span.kind()) {
            case CLIENT -> CALLER;
            case PRODUCER -> nanos(span.start());
            case SERVER, CONSUMER, INTERNAL -> OTHER;
        });
        if (young.size == GENERATION) {
            Table full = young;
            young = old;
            young.clear();
            old = full;
        }
        return true;
    }

    /// Whether this is the id of a CLIENT span.
    boolean caller(String spanId) {
        return value(key(spanId)) == CALLER;
    }

    /// When this PRODUCER span began to send; null when there is none with this id.
    @Nullable Instant sent(String spanId) {
        long value = value(key(spanId));
        return value == ABSENT || value == OTHER || value == CALLER ? null : instant(value);
    }

    private long value(long key) {
        long value = young.get(key);
        return value == ABSENT ? old.get(key) : value;
    }

    /// A polynomial over the characters, then the finalizer of MurmurHash3: https://github.com/aappleby/smhasher
    private static long key(String id) {
        long hash = id.length();
        for (int i = 0; i < id.length(); i++) {
            hash = hash * 0x9E3779B97F4A7C15L + id.charAt(i);
        }
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * NANOS_PER_SECOND + at.getNano();
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }
}
