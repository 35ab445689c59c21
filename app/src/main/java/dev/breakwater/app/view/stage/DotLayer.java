package dev.breakwater.app.view.stage;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Shows a [DotSheet] as one image: on the software pipeline this takes less time than two thousand images drawn on a canvas, and
/// leaves less garbage (`docs/benchmarks-frames.md`).
final class DotLayer {
    private final ImageView view = new ImageView();
    private DotSheet sheet = new DotSheet(0, 0);
    private @Nullable PixelBuffer<IntBuffer> buffer;

    ImageView view() {
        return view;
    }

    DotSheet sheet() {
        return sheet;
    }

    /// Begins a clear sheet.
    ///
    /// @param density pixels of the screen per unit
    void size(double unitsWide, double unitsHigh, double density) {
        sheet = new DotSheet((int) Math.ceil(unitsWide * density), (int) Math.ceil(unitsHigh * density));
        if (sheet.width() == 0 || sheet.height() == 0) {
            buffer = null;
            view.setImage(null);
            return;
        }
        buffer = new PixelBuffer<>(sheet.width(), sheet.height(), sheet.buffer(), PixelFormat.getIntArgbPreInstance());
        view.setImage(new WritableImage(buffer));
        view.setFitWidth(sheet.width() / density);
        view.setFitHeight(sheet.height() / density);
    }

    /// Shows what was drawn, when that differs from what is shown.
    void show() {
        Rectangle2D changed = sheet.changed();
        if (buffer != null && changed.getWidth() > 0) {
            buffer.updateBuffer(all -> changed);
        }
    }
}
