package dev.breakwater.app.view.stage;

import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.Selection;
import dev.breakwater.app.view.stage.layout.Box;
import dev.breakwater.app.view.stage.layout.Point;
import java.util.function.BiConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Mouse and keys on the stage: click selects, drag moves a node or the whole, the wheel zooms, arrows go from thing to thing.
final class StageInput {
    private static final double STEP = 1.2;
    private static final double CLICK = 4;
    private final StageCanvas stage;
    private final Selection selection;
    private final BiConsumer<String, Point> moved;
    private final StageWalk walk;
    private Selected pressed = new Selected.None();
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragging;

    /// @param moved hears where the user has put a node
    StageInput(StageCanvas stage, Selection selection, BiConsumer<String, Point> moved) {
        this.stage = stage;
        this.selection = selection;
        this.moved = moved;
        walk = new StageWalk(stage);
        stage.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        stage.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        stage.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        stage.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
        stage.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> stage.hover(new Selected.None()));
        stage.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        stage.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent event) {
        stage.requestFocus();
        pressX = lastX = event.getX();
        pressY = lastY = event.getY();
        pressed = stage.at(pressX, pressY);
        dragging = false;
    }

    private void drag(MouseEvent event) {
        dragging |= Math.hypot(event.getX() - pressX, event.getY() - pressY) > CLICK;
        if (!dragging) {
            return;
        }
        double dx = event.getX() - lastX;
        double dy = event.getY() - lastY;
        lastX = event.getX();
        lastY = event.getY();
        Box box = pressed instanceof Selected.OfNode node ? stage.plan().boxes().get(node.node().id()) : null;
        if (pressed instanceof Selected.OfNode node && box != null) {
            double scale = stage.camera().scale();
            stage.move(node.node().id(), box.centerX() + dx / scale, box.centerY() + dy / scale);
        } else {
            stage.camera(stage.camera().panned(dx, dy));
        }
    }

    private void release(MouseEvent event) {
        if (!dragging && event.getButton() == MouseButton.PRIMARY) {
            selection.set(pressed);
        } else if (dragging && pressed instanceof Selected.OfNode node) {
            Box box = stage.plan().boxes().get(node.node().id());
            if (box != null) {
                moved.accept(node.node().id(), new Point(box.centerX(), box.centerY()));
            }
        }
        dragging = false;
    }

    private void hover(double x, double y) {
        Selected over = stage.at(x, y);
        stage.hover(over);
        stage.setCursor(over instanceof Selected.None ? Cursor.DEFAULT : Cursor.HAND);
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            stage.camera(stage.camera().zoomed(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        boolean done = true;
        switch (event.getCode()) {
            case LEFT -> go(-1, 0);
            case RIGHT -> go(1, 0);
            case UP -> go(0, -1);
            case DOWN -> go(0, 1);
            case ESCAPE -> selection.set(new Selected.None());
            case PLUS, ADD, EQUALS -> zoom(STEP);
            case MINUS, SUBTRACT -> zoom(1 / STEP);
            case DIGIT0, NUMPAD0, HOME -> stage.fit();
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private void go(int dx, int dy) {
        @Nullable Selected next = walk.next(selection.get(), dx, dy);
        if (next != null) {
            selection.set(next);
        }
    }

    void zoom(double factor) {
        stage.camera(stage.camera().zoomed(factor, stage.getWidth() / 2, stage.getHeight() / 2));
    }
}
