package dev.breakwater.app.view.stage;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// A small picture as numbers, to be blended pixel by pixel.
///
/// @param argb row by row, each colour multiplied by its alpha
/// @param from first pixel of each row that is not clear
/// @param to behind the last one
@SuppressWarnings("ArrayRecordComponent") // read only, by the one who blends
record Sprite(int width, int height, int[] argb, int[] from, int[] to) {
    static Sprite of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), argb, 0, width);
        return of(width, height, argb);
    }

    static Sprite of(int width, int height, int[] argb) {
        int[] from = new int[height];
        int[] to = new int[height];
        for (int row = 0; row < height; row++) {
            int first = 0;
            int end = width;
            while (first < width && argb[row * width + first] == 0) {
                first++;
            }
            while (end > first && argb[row * width + end - 1] == 0) {
                end--;
            }
            from[row] = first;
            to[row] = end;
        }
        return new Sprite(width, height, argb, from, to);
    }
}
