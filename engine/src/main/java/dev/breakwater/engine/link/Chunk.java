package dev.breakwater.engine.link;

import java.nio.ByteBuffer;

/// Bytes on their way in one direction.
///
/// @param end no more will come, and there are no bytes
record Chunk(ByteBuffer bytes, boolean end) {
    static final Chunk END = new Chunk(ByteBuffer.allocate(0), true);

    /// What a held chunk costs beside its bytes: three objects and a place in a queue.
    private static final int OVERHEAD_BYTES = 128;

    /// A copy of its own, so that the buffer can be read into again.
    static Chunk copyOf(ByteBuffer bytes) {
        return new Chunk(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip(), false);
    }

    /// The memory that it takes of what faults may hold back; a buffer of the pool takes none.
    int weight() {
        return bytes.isDirect() ? 0 : bytes.capacity() + OVERHEAD_BYTES;
    }
}
