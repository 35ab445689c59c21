package dev.breakwater.shop.support.redis;

import dev.breakwater.shop.support.outage.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// The consumers that one process has in a group: as many as are wanted at the moment. Who leaves lets what it handles end; what it had
/// been given beyond that stays pending, for the others to take up.
public final class Members implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Supplier<Integer> wanted;
    private final IntFunction<StreamConsumer> join;
    private final Deque<StreamConsumer> members = new ArrayDeque<>();
    /// By number: closed, and in the group for as long as something of theirs is pending.
    private final Map<Integer, StreamConsumer> leaving = new HashMap<>();
    private final Loop loop;

    /// @param wanted how many; at least 1
    /// @param join makes the one with this number, from 1 on
    public Members(String name, Supplier<Integer> wanted, IntFunction<StreamConsumer> join) {
        this.wanted = wanted;
        this.join = join;
        this.loop = Loop.start(name + " members", LOOK_EVERY, this::follow);
    }

    private synchronized void follow() {
        while (members.size() < wanted.get()) {
            int number = members.size() + 1;
            leaving.remove(number);
            members.push(join.apply(number));
        }
        while (members.size() > wanted.get()) {
            int number = members.size();
            StreamConsumer last = members.pop();
            last.close();
            leaving.put(number, last);
        }
        leaving.values().removeIf(StreamConsumer::left);
    }

    @Override
    public void close() {
        loop.close();
        closeMembers();
    }

    private synchronized void closeMembers() {
        while (!members.isEmpty()) {
            members.pop().close();
        }
    }
}
