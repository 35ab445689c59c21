package dev.breakwater.app.view.pattern;

import javafx.scene.layout.Region;

/// A bar that is as long as a share, on a track that is as long as the whole.
final class ShareBar extends Region {
    private static final double TALL = 6;
    private final Region track = new Region();
    private final Region bar = new Region();
    private double share;

    ShareBar() {
        track.getStyleClass().add("share-track");
        bar.getStyleClass().add("share-bar");
        getChildren().addAll(track, bar);
        setMinHeight(TALL);
    }

    /// @param now 0 to 1
    void show(double now) {
        if (now != share) {
            share = now;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double top = snapPositionY((getHeight() - TALL) / 2);
        track.resizeRelocate(0, top, getWidth(), TALL);
        bar.resizeRelocate(0, top, snapSizeX(getWidth() * Math.clamp(share, 0, 1)), TALL);
    }
}
