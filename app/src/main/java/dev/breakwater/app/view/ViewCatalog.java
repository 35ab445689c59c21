package dev.breakwater.app.view;

import dev.breakwater.engine.LabCommands;
import java.util.List;

/// The tabs under the stage: one line each.
public final class ViewCatalog {
    private ViewCatalog() {}

    public static List<View> bottomTabs(LabCommands lab, Selection selection) {
        return List.of();
    }
}
