package dev.breakwater.engine.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// One direction of a connection: from a socket, through the stages of the faults in force, to the other socket. Without a fault the
/// bytes are written straight from the buffer that they were read into. It reads no more while the other side does not drain, or
/// while faults hold back as much as they may. The loop's thread only.
final class Flow {
    /// What faults may hold back in one direction of one connection: this much per delay is the throughput that is left.
    private static final long HELD_MAX = 8L << 20;

    private final Loop loop;
    private final End source;
    private final End sink;
    private final AtomicLong bytes;
    private final List<Placed> stages = new ArrayList<>(0);
    private final ArrayDeque<Chunk> ready = new ArrayDeque<>(2);
    private final Runnable onAlarm;
    private long held;
    private long alarmAt = Stage.NEVER;
    private boolean started;
    private boolean sourceEnded;
    private boolean endDue;
    private boolean ended;

    /// @param onAlarm called when a held chunk is due: it shall call [#release] and treat its failure as that of any other I/O
    Flow(Loop loop, End source, End sink, AtomicLong bytes, Runnable onAlarm) {
        this.loop = loop;
        this.source = source;
        this.sink = sink;
        this.bytes = bytes;
        this.onAlarm = onAlarm;
    }

    /// Both sockets are connected.
    void start() throws IOException {
        started = true;
        settle();
    }

    /// All bytes and the end have been passed on.
    boolean ended() {
        return ended;
    }

    /// The source has something: reads once.
    void fill() throws IOException {
        ByteBuffer buffer = loop.buffers.take();
        boolean kept = false;
        try {
            kept = pass(buffer);
        } finally {
            if (!kept) {
                loop.buffers.give(buffer);
            }
        }
        settle();
    }

    /// The sink takes bytes again.
    void drain() throws IOException {
        write();
        settle();
    }

    /// Passes on what is due by now.
    void release() throws IOException {
        alarmAt = Stage.NEVER;
        pump();
        settle();
    }

    /// A fault begins: its stage comes last, nearest to the sink.
    void add(Effect by, Stage stage) {
        stages.add(new Placed(by, stage));
    }

    /// A fault is healed: what it held goes on at once, to the stage after its own.
    void remove(Effect by) throws IOException {
        for (int i = stages.size() - 1; i >= 0; i--) {
            Stage stage = stages.get(i).stage;
            if (stages.get(i).by == by) {
                for (Chunk chunk = stage.release(); chunk != null; chunk = stage.release()) {
                    enter(i + 1, chunk, loop.now());
                }
                stages.remove(i);
            }
        }
        pump();
        settle();
    }

    /// The connection is gone, and what was under way with it.
    void discard() {
        for (Chunk chunk : ready) {
            loop.buffers.give(chunk.bytes());
        }
        ready.clear();
        stages.clear();
        weigh(-held);
    }

    /// @return whether the buffer is still needed, for what the sink did not take
    private boolean pass(ByteBuffer buffer) throws IOException {
        int count = source.channel.read(buffer);
        if (count < 0) {
            sourceEnded = true;
            enter(0, Chunk.END, loop.now());
            pump();
            return false;
        }
        bytes.lazySet(bytes.getPlain() + count);
        buffer.flip();
        if (stages.isEmpty()) {
            return straight(buffer);
        }
        Chunk chunk = Chunk.copyOf(buffer);
        weigh(chunk.weight());
        enter(0, chunk, loop.now());
        pump();
        return false;
    }

    private boolean straight(ByteBuffer buffer) throws IOException {
        if (ready.isEmpty()) {
            sink.channel.write(buffer);
        }
        boolean rest = buffer.hasRemaining();
        if (rest) {
            ready.addLast(new Chunk(buffer, false));
        }
        return rest;
    }

    private void enter(int stage, Chunk chunk, long now) {
        if (stage < stages.size()) {
            stages.get(stage).stage.put(chunk, now);
        } else if (chunk.end()) {
            endDue = true;
        } else {
            ready.addLast(chunk);
        }
    }

    private void pump() throws IOException {
        long now = loop.now();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i).stage;
            for (Chunk chunk = stage.poll(now); chunk != null; chunk = stage.poll(now)) {
                enter(i + 1, chunk, now);
            }
        }
        write();
    }

    private void write() throws IOException {
        for (Chunk first = ready.peekFirst(); first != null; first = ready.peekFirst()) {
            sink.channel.write(first.bytes());
            if (first.bytes().hasRemaining()) {
                return;
            }
            ready.removeFirst();
            weigh(-first.weight());
            loop.buffers.give(first.bytes());
        }
    }

    /// Passes the end on, and has the sockets and the alarm watched that the flow now waits for.
    private void settle() throws IOException {
        if (endDue && ready.isEmpty() && !ended) {
            ended = true;
            sink.channel.shutdownOutput();
        }
        source.watch(SelectionKey.OP_READ, mayRead());
        sink.watch(SelectionKey.OP_WRITE, !ready.isEmpty());
        long due = Stage.NEVER;
        for (int i = 0; i < stages.size(); i++) {
            due = Math.min(due, stages.get(i).stage.dueAt());
        }
        if (due < alarmAt) {
            alarmAt = due;
            loop.at(due, onAlarm);
        }
    }

    private boolean mayRead() {
        if (!started || sourceEnded) {
            return false;
        }
        return stages.isEmpty() ? ready.isEmpty() : held == 0 || (held < HELD_MAX && loop.mayHold());
    }

    private void weigh(long weight) {
        held += weight;
        loop.hold(weight);
    }

    private record Placed(Effect by, Stage stage) {}
}
