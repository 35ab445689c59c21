package dev.breakwater.app.shell;

import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A box under a button: a second press, Escape or a click elsewhere closes it.
///
/// It lies in the window's own scene, whose root must be a [Pane]: a window of its own would need a compositing desktop to have
/// round corners, and would be missing in pictures of the window.
final class Floating {
    private static final double GAP = 6;
    private final VBox box;
    private final EventHandler<InputEvent> elsewhere = this::onInput;
    private @Nullable Node owner;

    Floating(Node content) {
        box = new VBox(content);
        box.getStyleClass().add("floating");
        box.setManaged(false);
        box.layoutBoundsProperty().addListener(_ -> place());
    }

    void toggle(Node under) {
        if (isShowing()) {
            hide();
        } else {
            show(under);
        }
    }

    boolean isShowing() {
        return owner != null;
    }

    void hide() {
        Scene scene = box.getScene();
        if (scene == null || owner == null) {
            return;
        }
        scene.removeEventFilter(InputEvent.ANY, elsewhere);
        ((Pane) scene.getRoot()).getChildren().remove(box);
        owner.requestFocus();
        owner = null;
    }

    /// Takes the size that its content wants now.
    void fit() {
        box.autosize();
        place();
    }

    private void show(Node under) {
        owner = under;
        Scene scene = under.getScene();
        ((Pane) scene.getRoot()).getChildren().add(box);
        box.applyCss();
        fit();
        scene.addEventFilter(InputEvent.ANY, elsewhere);
        box.lookupAll("*").stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
    }

    private void place() {
        if (owner == null || box.getScene() == null) {
            return;
        }
        Bounds at = owner.localToScene(owner.getBoundsInLocal());
        double middle = at.getCenterX() - box.getWidth() / 2;
        box.relocate(Math.clamp(middle, GAP, Math.max(GAP, box.getScene().getWidth() - box.getWidth() - GAP)), at.getMaxY() + GAP);
    }

    private void onInput(InputEvent event) {
        boolean escape = event instanceof KeyEvent key && key.getEventType() == KeyEvent.KEY_PRESSED && key.getCode() == KeyCode.ESCAPE;
        boolean away = event.getEventType() == MouseEvent.MOUSE_PRESSED && event.getTarget() instanceof Node node
                && !inside(node, box) && owner != null && !inside(node, owner);
        if (escape || away) {
            hide();
        }
        if (escape) {
            event.consume();
        }
    }

    private static boolean inside(Node node, Node whole) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == whole) {
                return true;
            }
        }
        return false;
    }
}
