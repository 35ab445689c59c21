package dev.breakwater.app.view;

/// A view that moves between two snapshots.
public interface Animated {
    /// Called once a frame.
    ///
    /// @param nanos the time of the frame; stands still while the view is paused
    void frame(long nanos);
}
