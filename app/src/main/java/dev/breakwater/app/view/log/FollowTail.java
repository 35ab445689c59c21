package dev.breakwater.app.view.log;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Ends following when the user scrolls up in a list, and begins it again at the list's end.
final class FollowTail {
    private final ListView<?> list;
    private final BooleanProperty follow;

    FollowTail(ListView<?> list, BooleanProperty follow) {
        this.list = list;
        this.follow = follow;
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                follow.set(false);
            }
        });
        list.addEventHandler(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() < 0) {
                followAtEnd();
            }
        });
        list.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> onScrollBar());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP, PAGE_UP, HOME -> follow.set(false);
            case END -> follow.set(true);
            default -> {
                // moves nothing
            }
        }
    }

    private void onScrollBar() {
        if (bar() instanceof ScrollBar bar && bar.isVisible() && bar.isHover()) {
            follow.set(atEnd(bar));
        }
    }

    private void followAtEnd() {
        if (bar() instanceof ScrollBar bar && atEnd(bar)) {
            follow.set(true);
        }
    }

    private static boolean atEnd(ScrollBar bar) {
        return bar.getValue() >= bar.getMax() - 0.001;
    }

    private @Nullable Node bar() {
        return list.lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof ScrollBar found && found.getOrientation() == Orientation.VERTICAL).findFirst().orElse(null);
    }
}
