package dev.breakwater.shop.support.chassis;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.support.control.Switch;
import dev.breakwater.shop.support.outage.Loop;
import dev.breakwater.shop.support.redis.EventHandler;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.Members;
import dev.breakwater.shop.support.redis.Reading;
import dev.breakwater.shop.support.redis.StreamConsumer;
import dev.breakwater.shop.support.redis.Trimmer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Something that a service does by itself, beside answering requests: what it consumes and repeats, and what it depends on for that.
/// It can be switched off and on while the service runs; when it is off, nothing of it is left. Put together before the service starts;
/// afterwards safe to use from any thread.
public final class Feature implements AutoCloseable {
    private final Chassis chassis;
    private final Optional<Switch<String>> wanted;
    private final List<Supplier<AutoCloseable>> starts = new ArrayList<>();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean begun;
    private boolean on;

    /// @param wanted on or off; empty for what cannot be switched off
    Feature(Chassis chassis, Optional<Switch<String>> wanted) {
        this.chassis = chassis;
        this.wanted = wanted;
    }

    /// Whether it is to be done.
    public boolean isOn() {
        return wanted.map(Switch::get).orElse(Features.ON).equals(Features.ON);
    }

    /// Consumes streams as a member of the group that is named after the service, and drops from them what is done with.
    public void consume(Journal journal, Map<String, EventHandler> handlers) {
        consume(journal, handlers, () -> 1, Reading.USUAL);
    }

    /// As [#consume(Journal, Map)].
    ///
    /// @param members how many consumers it has in the group
    public void consume(Journal journal, Map<String, EventHandler> handlers, Supplier<Integer> members, Reading reading) {
        String service = chassis.service();
        String name = service + "-" + chassis.settings().text(Variables.HTTP_PORT);
        starts.add(() -> new Members(service, members, number -> new StreamConsumer(journal, chassis.telemetry(), service,
                number == 1 ? name : name + "-" + number, handlers, reading)));
        List<String> readOnce = handlers.keySet().stream().filter(stream -> !Streams.READ_AGAIN.contains(stream)).toList();
        if (!readOnce.isEmpty()) {
            repeat("trimming " + String.join(", ", readOnce), Trimmer.EVERY,
                    new Trimmer(journal.redis(), readOnce, chassis.clock())::round);
        }
    }

    /// Runs a task again and again.
    public void repeat(String name, Duration every, Loop.Task task) {
        starts.add(() -> Loop.start(chassis.service() + " " + name, every, task));
    }

    /// Anything that works from its making until it is closed.
    public void run(Supplier<AutoCloseable> start) {
        starts.add(start);
    }

    /// As [#run(Supplier)], for what counts towards the service's health meanwhile.
    ///
    /// @param dependency its name
    /// @param ping throws if the dependency does not answer
    public <T extends AutoCloseable> void run(String dependency, Supplier<T> start, Consumer<T> ping) {
        starts.add(() -> {
            T running = start.get();
            AutoCloseable watched = chassis.health().dependsOn(dependency, () -> ping.accept(running));
            return () -> {
                watched.close();
                running.close();
            };
        });
    }

    /// Counts towards the service's health while the feature is on.
    public void dependsOn(String name, Runnable ping) {
        starts.add(() -> chassis.health().dependsOn(name, ping));
    }

    /// Starts it, if it is to be done.
    synchronized void begin() {
        begun = true;
        follow();
    }

    /// Goes over to what is wanted; returns when that is so.
    synchronized void follow() {
        if (!begun || on == isOn()) {
            return;
        }
        on = isOn();
        if (on) {
            starts.forEach(start -> running.push(start.get()));
        } else {
            stop();
        }
    }

    private void stop() {
        while (!running.isEmpty()) {
            chassis.close(running.pop());
        }
    }

    @Override
    public synchronized void close() {
        begun = false;
        stop();
    }
}
