package dev.breakwater.engine.fault;

import dev.breakwater.engine.link.Conditions;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// All that a desk has told, in order.
final class FaultFacts implements Consumer<Fact> {
    private final List<FaultView> views = new CopyOnWriteArrayList<>();

    @Override
    public void accept(Fact fact) {
        views.add(((Fact.FaultChanged) fact).fault());
    }

    List<FaultView> of(String id) {
        return views.stream().filter(view -> view.id().equals(id)).toList();
    }

    List<FaultPhase> phases(String id) {
        return of(id).stream().map(FaultView::phase).toList();
    }

    FaultView await(String id, FaultPhase phase) {
        Conditions.eventually(id + " is " + phase, () -> !of(id).isEmpty() && of(id).getLast().phase() == phase);
        return of(id).getLast();
    }
}
