package dev.breakwater.engine;

import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.scenario.Scenario;
import java.util.List;
import java.util.Set;

/// What a face may ask of the lab. Every call returns at once; what came of it is told by a fact in the snapshot.
public interface LabCommands {
    /// The newest state; any thread, no lock.
    RunSnapshot snapshot();

    /// The spans of one trace in the order in which they started; empty when it is not known, or no longer.
    List<SpanFinished> trace(String traceId);

    /// Starts the run that the lab was opened for, or starts it again after it failed.
    void start();

    /// Goes over to another scenario, with its own load: what runs already and is needed stays, what is missing is started, what is not
    /// needed is ended. What the scenario before has written is removed.
    void open(Scenario scenario);

    /// Sets a switch of a service.
    ///
    /// @param value a word, or a whole number
    void turn(String service, String name, String value);

    /// Ends the run and all that it started.
    void stop();

    /// Injects a fault; answers with the id under which the snapshot shows it.
    String inject(FaultOrder order);

    void heal(String faultId);

    void healAll();

    /// Goes over to another load from now on.
    void load(LoadProfile profile);

    /// Sends messages that were put aside on their way once more, by the ids under which the snapshot shows them; all, if none is named.
    void replay(Set<String> deadLetters);

    /// Reads what an order was after each of its events.
    ///
    /// @param orderId blank = the order that changed last
    void travel(String orderId);

    /// Lets order-projection fold the read model anew from the events, while it serves.
    void rebuildReadModel();

    /// Starts one service or broker anew, also when it is dead or paused.
    void restart(String part);
}
