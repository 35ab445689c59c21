package dev.breakwater.app.view.inspector.sheet;

import dev.breakwater.app.view.Selected;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The sheet for a selection.
public final class Sheets {
    private final Function<String, List<SpanFinished>> traces;

    /// @param traces the spans of a trace, by its id; empty when it is not kept any more
    public Sheets(Function<String, List<SpanFinished>> traces) {
        this.traces = traces;
    }

    /// Empty when nothing is selected.
    public Optional<Sheet> of(Selected selected, RunSnapshot run) {
        return switch (selected) {
            case Selected.None _ -> Optional.empty();
            case Selected.OfNode of -> Optional.of(NodeSheet.of(of.node(), run));
            case Selected.OfEdge of -> Optional.of(EdgeSheet.of(of.edge(), run));
            case Selected.OfTransfer of -> Optional.of(TransferSheet.of(of.transfer(), traces.apply(of.transfer().traceId()), run));
            case Selected.OfOrder of -> Optional.of(OrderSheet.of(of.orderId(), run));
            case Selected.OfBroker of -> Optional.of(NodeSheet.ofBroker(of.broker(), run));
        };
    }
}
