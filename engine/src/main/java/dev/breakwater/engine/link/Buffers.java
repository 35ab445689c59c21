package dev.breakwater.engine.link;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/// Direct buffers to read into. An idle connection holds none; one whose other side does not drain keeps the buffer that it could not
/// write out. The loop's thread only.
final class Buffers {
    static final int SIZE_BYTES = 64 * 1024;
    private static final int KEPT = 64;

    private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();

    ByteBuffer take() {
        ByteBuffer buffer = free.pollLast();
        return buffer == null ? ByteBuffer.allocateDirect(SIZE_BYTES) : buffer.clear();
    }

    /// Takes back what [#take] gave; others are left to the collector.
    void give(ByteBuffer buffer) {
        if (buffer.isDirect() && free.size() < KEPT) {
            free.addLast(buffer);
        }
    }
}
