package dev.breakwater.app.view.stage;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;

/// Pixels on which sprites are blended. Places are in pixels of the screen.
final class DotSheet {
    private static final int RED_BLUE = 0xFF00FF;
    private static final int HALF = 0x800080;
    private final int width;
    private final int height;
    private final int[] pixels;
    /// What was drawn on since [#clear()].
    private final Area drawn = new Area();
    private final Area shown = new Area();

    /// A rectangle that grows.
    private static final class Area {
        int left;
        int top;
        int right;
        int bottom;

        Area() {
            empty();
        }

        void empty() {
            left = Integer.MAX_VALUE;
            top = Integer.MAX_VALUE;
            right = 0;
            bottom = 0;
        }

        boolean isEmpty() {
            return right <= left || bottom <= top;
        }

        void add(int fromX, int fromY, int toX, int toY) {
            left = Math.min(left, fromX);
            top = Math.min(top, fromY);
            right = Math.max(right, toX);
            bottom = Math.max(bottom, toY);
        }

        void set(Area other) {
            left = other.left;
            top = other.top;
            right = other.right;
            bottom = other.bottom;
        }
    }

    /// A clear sheet.
    DotSheet(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// The pixels themselves, row by row, each colour multiplied by its alpha.
    IntBuffer buffer() {
        return IntBuffer.wrap(pixels);
    }

    void clear() {
        shown.set(drawn);
        if (!drawn.isEmpty()) {
            for (int row = drawn.top; row < drawn.bottom; row++) {
                Arrays.fill(pixels, row * width + drawn.left, row * width + drawn.right, 0);
            }
        }
        drawn.empty();
    }

    /// Lays the sprite over what is there; what lies outside of the sheet is left out.
    void draw(Sprite sprite, int x, int y) {
        int top = Math.max(0, -y);
        int bottom = Math.min(sprite.height(), height - y);
        for (int row = top; row < bottom; row++) {
            int first = Math.max(sprite.from()[row], -x);
            int end = Math.min(sprite.to()[row], width - x);
            blend(sprite.argb(), row * sprite.width() + first, (y + row) * width + x + first, end - first);
        }
        if (top < bottom && x < width && x + sprite.width() > 0) {
            drawn.add(Math.max(0, x), Math.max(0, y), Math.min(width, x + sprite.width()), Math.min(height, y + sprite.height()));
        }
    }

    /// Porter and Duff's "over", two channels at a time.
    private void blend(int[] argb, int from, int to, int length) {
        for (int i = 0; i < length; i++) {
            int over = argb[from + i];
            int clear = 255 - (over >>> 24);
            int under = pixels[to + i];
            if (clear == 0 || under == 0) {
                pixels[to + i] = over;
            } else if (clear < 255) {
                pixels[to + i] = over + (share(under & RED_BLUE, clear) | (share((under >>> 8) & RED_BLUE, clear) << 8));
            }
        }
    }

    /// Both channels times `part`/255, rounded.
    private static int share(int channels, int part) {
        int product = channels * part + HALF;
        return ((product + ((product >>> 8) & RED_BLUE)) >>> 8) & RED_BLUE;
    }

    /// Where it may differ from what it was before [#clear()]; empty when it is clear, and was.
    Rectangle2D changed() {
        shown.add(drawn.left, drawn.top, drawn.right, drawn.bottom);
        return shown.isEmpty() ? Rectangle2D.EMPTY
                : new Rectangle2D(shown.left, shown.top, shown.right - shown.left, shown.bottom - shown.top);
    }

    /// For tests.
    int pixel(int x, int y) {
        return pixels[y * width + x];
    }
}
