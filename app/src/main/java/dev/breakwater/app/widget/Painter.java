package dev.breakwater.app.widget;

import javafx.scene.canvas.GraphicsContext;

/// What a [CanvasPane] shows. Called on the JavaFX thread, on a cleared canvas.
public interface Painter {
    void paint(GraphicsContext g, double width, double height, Palette palette);

    /// What follows the pointer, on a canvas above the picture.
    default void paintPointer(GraphicsContext g, double width, double height, Palette palette, double x, double y) {}
}
