package dev.breakwater.engine.model.figure;

import dev.breakwater.engine.model.topology.Protocol;
import java.util.List;

/// How many calls one service makes to another for each request of the clients: more than one when it tries again.
///
/// @param calls that ended in the last 10 whole seconds; refused ones never left, and do not count
/// @param requests of clients that ended in the same time: to the caller, or to all services where clients do not ask the caller
/// @param minute calls for each request, over the 10 seconds up to each of the last 60 whole seconds, oldest first; not a number: no
///     request
public record CallFigure(String from, String to, Protocol protocol, long calls, long requests, List<Double> minute) {
    public CallFigure {
        minute = List.copyOf(minute);
    }

    /// Not a number when there was no request.
    public double perRequest() {
        return requests == 0 ? Double.NaN : (double) calls / requests;
    }
}
