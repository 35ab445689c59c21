package dev.breakwater.engine.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/// Walks over protobuf fields in place: facts are read straight from the request's bytes, without a tree of messages in between. Reading a
/// span this way, with all that is made of it, costs about as much as the tree alone (`docs/benchmarks-ingest.md`). Every step checks its
/// bounds.
///
/// The wire format: https://protobuf.dev/programming-guides/encoding
final class WireCursor {
    /// Wire types, the lowest three bits of a tag.
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private static final int TYPE_BITS = 3;
    private static final int VARINT_BYTES = 10;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;
    private int at;
    private int end;

    WireCursor(byte[] bytes) {
        this.bytes = bytes;
        end = bytes.length;
    }

    /// Whether the message that the cursor is in has more fields.
    boolean more() {
        return at < end;
    }

    /// Field number and wire type in one, as [#tag(int, int)] makes it.
    int tag() throws MalformedOtlpException {
        long tag = varint();
        if (tag >>> TYPE_BITS == 0 || tag > Integer.MAX_VALUE) {
            throw new MalformedOtlpException("no field has the tag " + tag);
        }
        return (int) tag;
    }

    static int tag(int field, int type) {
        return field << TYPE_BITS | type;
    }

    /// Goes into the message that begins here; [#leave] with the answer when it is read.
    int enter() throws MalformedOtlpException {
        int length = length();
        int outer = end;
        end = at + length;
        return outer;
    }

    /// Goes on after the message, whether or not all of it was read.
    void leave(int outer) {
        at = end;
        end = outer;
    }

    int position() {
        return at;
    }

    /// Back to a place that [#position] told in the same message.
    void rewind(int position) {
        at = position;
    }

    /// Another cursor in the same message, at a place that [#position] told.
    WireCursor view(int position) {
        WireCursor view = new WireCursor(bytes);
        view.at = position;
        view.end = end;
        return view;
    }

    /// A copy of what lies between two places.
    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /// Passes over the value of a field that nobody wants.
    void skip(int tag) throws MalformedOtlpException {
        switch (tag & (1 << TYPE_BITS) - 1) {
            case VARINT -> varint();
            case FIXED64 -> advance(Long.BYTES);
            case BYTES -> advance(length());
            case FIXED32 -> advance(Integer.BYTES);
            default -> throw new MalformedOtlpException("no wire type " + (tag & (1 << TYPE_BITS) - 1));
        }
    }

    long varint() throws MalformedOtlpException {
        long value = 0;
        for (int i = 0; i < VARINT_BYTES && at < end; i++) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedOtlpException("a number does not end");
    }

    long fixed64() throws MalformedOtlpException {
        int from = at;
        advance(Long.BYTES);
        return (long) LONGS.get(bytes, from);
    }

    /// Bytes that are not UTF-8 become U+FFFD.
    String text(int maxBytes) throws MalformedOtlpException {
        int length = length();
        int from = at;
        at += length;
        return length <= maxBytes ? new String(bytes, from, length, UTF_8) : cut(from, maxBytes);
    }

    /// Text that comes over and over.
    KnownTexts.Known text(KnownTexts known) throws MalformedOtlpException {
        int length = length();
        int from = at;
        at += length;
        return known.find(bytes, from, length);
    }

    /// Passes over a text and tells whether it is this one, of ASCII characters.
    boolean textEquals(String ascii) throws MalformedOtlpException {
        int length = length();
        int from = at;
        at += length;
        boolean same = length == ascii.length();
        for (int i = 0; i < length && same; i++) {
            same = bytes[from + i] == ascii.charAt(i);
        }
        return same;
    }

    /// An id in lower-case hex; empty when it is missing, all zero, or not `wanted` bytes long.
    String id(int wanted) throws MalformedOtlpException {
        int length = length();
        int from = at;
        at += length;
        boolean valid = false;
        for (int i = from; i < at && !valid; i++) {
            valid = bytes[i] != 0;
        }
        return valid && length == wanted ? HEX.formatHex(bytes, from, at) : "";
    }

    /// The length that stands before a text, an id or a message.
    private int length() throws MalformedOtlpException {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw new MalformedOtlpException("a field is longer than its message: " + length + " bytes");
        }
        return (int) length;
    }

    private void advance(int count) throws MalformedOtlpException {
        if (count > end - at) {
            throw new MalformedOtlpException("the message ends inside a field");
        }
        at += count;
    }

    private String cut(int from, int maxBytes) {
        int to = from + maxBytes;
        while (to > from && (bytes[to] & 0xC0) == 0x80) {
            to--;
        }
        return new String(bytes, from, to - from, UTF_8) + "…";
    }
}
