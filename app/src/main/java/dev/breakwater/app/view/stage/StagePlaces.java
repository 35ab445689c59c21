package dev.breakwater.app.view.stage;

import dev.breakwater.app.view.stage.layout.Point;
import java.util.Map;

/// Remembers where the user has put nodes, per scenario.
public interface StagePlaces {
    /// By the node's id; empty for a scenario that nobody has touched.
    Map<String, Point> of(String scenario);

    void moved(String scenario, String node, Point place);

    /// Back to the places that the layout found.
    void forget(String scenario);
}
