package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.broker.QueueView;
import dev.breakwater.engine.model.broker.StreamView;
import dev.breakwater.engine.model.fact.Fact.BrokerSampled;
import dev.breakwater.engine.model.figure.GroupFigure;
import dev.breakwater.engine.model.figure.QueueFigure;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Queues and streams as their brokers told them last, and what waited in them in the last minute.
final class BrokerFold {
    /// Queues and groups whose minute is kept. A scenario has some ten.
    static final int LIMIT = 128;

    private record Key(String place, String group) {}

    private final Newest<BrokerSampled> newest = new Newest<>(new BrokerSampled(Instant.MIN, List.of(), List.of()));
    private final Map<Key, Minute> waiting = new HashMap<>();
    private List<QueueFigure> queues = List.of();
    private List<GroupFigure> groups = List.of();

    void apply(BrokerSampled told) {
        newest.offer(told.at(), told);
        long second = told.at().getEpochSecond();
        told.queues().forEach(queue -> note(new Key(queue.name(), ""), second, queue.ready()));
        told.streams().forEach(stream -> stream.groups().forEach(
                group -> note(new Key(stream.name(), group.name()), second, group.lag() + group.pending())));
    }

    List<QueueView> queues() {
        return newest.value().queues();
    }

    List<StreamView> streams() {
        return newest.value().streams();
    }

    /// Brings the figures up to `now`; true when that made a difference.
    boolean renew(Instant now) {
        long second = Minute.filling(now);
        List<QueueFigure> freshQueues = queues().stream()
                .flatMap(queue -> minute(queue.name(), "", second).map(minute -> new QueueFigure(queue, minute)))
                .collect(Collectors.toUnmodifiableList());
        List<GroupFigure> freshGroups = streams().stream().flatMap(stream -> stream.groups().stream()
                .flatMap(group -> minute(stream.name(), group.name(), second).map(minute -> new GroupFigure(stream.name(), group, minute))))
                .collect(Collectors.toUnmodifiableList());
        boolean differs = !freshQueues.equals(queues) || !freshGroups.equals(groups);
        queues = freshQueues;
        groups = freshGroups;
        return differs;
    }

    /// As of the last [#renew].
    List<QueueFigure> queueFigures() {
        return queues;
    }

    /// As of the last [#renew].
    List<GroupFigure> groupFigures() {
        return groups;
    }

    private void note(Key key, long second, long value) {
        Minute known = waiting.get(key);
        if (known == null && waiting.size() < LIMIT) {
            known = new Minute();
            waiting.put(key, known);
        }
        if (known != null) {
            known.add(second, value);
        }
    }

    private Stream<List<Double>> minute(String place, String group, long second) {
        return Stream.ofNullable(waiting.get(new Key(place, group))).map(minute -> minute.means(second));
    }
}
