package dev.breakwater.app.view.inspector;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A switch that asks when it is pressed, and moves only when it is told that the thing is so.
final class FaultSwitch extends ToggleButton {
    private final Runnable ask;

    FaultSwitch(String spoken, Runnable ask) {
        this.ask = ask;
        getStyleClass().setAll("fault-switch");
        Region thumb = new Region();
        thumb.getStyleClass().add("thumb");
        StackPane track = new StackPane(thumb);
        track.getStyleClass().add("track");
        setGraphic(track);
        setAccessibleText(spoken);
    }

    @Override
    public void fire() {
        if (!isDisabled()) {
            ask.run();
        }
    }
}
