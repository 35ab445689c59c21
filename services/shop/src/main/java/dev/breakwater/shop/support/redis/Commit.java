package dev.breakwater.shop.support.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is written together or not at all: state, outgoing events, the acknowledgement of the incoming one.
/// Conditions say what the writer had seen; if that has changed meanwhile, nothing is written.
/// Since the commit changes what it was conditional on, running it twice does no more than running it once.
public final class Commit {
    final List<Stored> seen = new ArrayList<>();
    final Map<String, Long> versions = new LinkedHashMap<>();
    final List<List<String>> commands = new ArrayList<>();
    final List<Outgoing> outgoing = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean careless;

    /// An event on its way to a stream.
    record Outgoing(String stream, Event event) {}

    /// Only if the value is still what was seen.
    public Commit ifUnchanged(Stored value) {
        seen.add(value);
        return this;
    }

    /// Only if the last entry of the aggregate has this version; 0 = there is none.
    public Commit ifVersion(String aggregate, long expected) {
        versions.put(aggregate, expected);
        return this;
    }

    public Commit set(String key, String value) {
        return command("SET", key, value);
    }

    public Commit set(String key, String value, Duration expiry) {
        return command("SET", key, value, "PX", Long.toString(expiry.toMillis()));
    }

    /// Puts the event on the stream.
    public Commit send(String stream, Event event) {
        outgoing.add(new Outgoing(stream, event));
        return this;
    }

    /// All of the other one too.
    public Commit and(Commit other) {
        seen.addAll(other.seen);
        versions.putAll(other.versions);
        commands.addAll(other.commands);
        outgoing.addAll(other.outgoing);
        afterwards.addAll(other.afterwards);
        return this;
    }

    /// Any command that writes.
    public Commit command(String... words) {
        commands.add(List.of(words));
        return this;
    }

    /// Runs when it is written; not if the process dies before.
    public Commit afterwards(Runnable action) {
        afterwards.add(action);
        return this;
    }

    /// As tutorials write: whatever has changed since it was seen is overwritten, and state, messages and acknowledgement are written one
    /// after the other, so that who dies in between leaves the rest undone or does the first again.
    public Commit carelessly() {
        seen.clear();
        versions.clear();
        careless = true;
        return this;
    }

    boolean isCareless() {
        return careless;
    }

    /// What it changes, without its messages.
    Commit state() {
        Commit state = new Commit();
        state.commands.addAll(commands);
        return state;
    }

    /// Its messages, and what happens afterwards.
    Commit messages() {
        Commit messages = new Commit();
        messages.outgoing.addAll(outgoing);
        messages.afterwards.addAll(afterwards);
        return messages;
    }

    void done() {
        afterwards.forEach(Runnable::run);
    }

    /// True if running it again could write again.
    boolean unguarded() {
        return seen.isEmpty() && versions.isEmpty() && !(outgoing.isEmpty() && commands.isEmpty());
    }
}
