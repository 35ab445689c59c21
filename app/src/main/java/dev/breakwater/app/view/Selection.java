package dev.breakwater.app.view;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The one thing that is selected, shared by all views.
public final class Selection {
    private final ObjectProperty<Selected> selected = new SimpleObjectProperty<>(new Selected.None());

    public ObjectProperty<Selected> selectedProperty() {
        return selected;
    }

    public Selected get() {
        return selected.get();
    }

    public void set(Selected now) {
        selected.set(now);
    }
}
