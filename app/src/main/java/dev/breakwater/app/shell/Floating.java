package dev.breakwater.app.shell;

import atlantafx.base.controls.Popover;
import javafx.scene.Node;

/// A popover under a button: a second press, Escape or a click elsewhere closes it.
final class Floating {
    private final Popover popover;

    Floating(Node content) {
        popover = new Popover(content);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setAutoHide(true);
        popover.setHideOnEscape(true);
        popover.setAnimated(false);
    }

    void toggle(Node owner) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(owner);
        }
    }

    boolean isShowing() {
        return popover.isShowing();
    }

    void hide() {
        popover.hide();
    }
}
