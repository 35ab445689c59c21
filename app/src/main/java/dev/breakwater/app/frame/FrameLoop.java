package dev.breakwater.app.frame;

import dev.breakwater.app.view.Animated;
import dev.breakwater.app.view.View;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;

/// Pulls the newest snapshot once a frame and hands it to the views that are visible, if it is new to them.
///
/// It pulls, so that a flood of facts cannot flood the window. Paused, the views keep what they show, but for those that must
/// always tell the truth; the system runs on.
public final class FrameLoop implements AutoCloseable {
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame(now);
        }
    };
    private final Supplier<RunSnapshot> source;
    private final List<Shown> views = new ArrayList<>();
    private final List<Animated> moving = new ArrayList<>();
    private final FrameTimes times = new FrameTimes();
    private boolean paused;
    private long lost;
    private long pausedAt = -1;

    private static final class Shown {
        private final View view;
        private final BooleanSupplier visible;
        private final boolean always;
        private long version = -1;

        Shown(View view, BooleanSupplier visible, boolean always) {
            this.view = view;
            this.visible = visible;
            this.always = always;
        }

        void show(RunSnapshot run) {
            if (run.version() != version && visible.getAsBoolean()) {
                version = run.version();
                view.show(run);
            }
        }
    }

    public FrameLoop(Supplier<RunSnapshot> source) {
        this.source = source;
    }

    /// From now on `view` hears of new snapshots in frames in which `visible` says yes.
    public void add(View view, BooleanSupplier visible) {
        add(view, visible, false);
    }

    /// The same, and also while the view is paused.
    public void addAlways(View view, BooleanSupplier visible) {
        add(view, visible, true);
    }

    private void add(View view, BooleanSupplier visible, boolean always) {
        views.add(new Shown(view, visible, always));
        if (view instanceof Animated animated) {
            moving.add(animated);
        }
    }

    public void pause(boolean pause) {
        paused = pause;
    }

    public boolean isPaused() {
        return paused;
    }

    public FrameTimes times() {
        return times;
    }

    /// Hands the newest snapshot to every visible view now, paused or not: for the first picture and for tests.
    public void showNow() {
        RunSnapshot run = source.get();
        views.forEach(shown -> shown.show(run));
    }

    /// From now on a frame for each beat of the screen.
    public void start() {
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    /// One frame; called by the screen's beat, and by tests.
    public void frame(long now) {
        times.mark(now);
        if (paused && pausedAt < 0) {
            pausedAt = now;
        } else if (!paused && pausedAt >= 0) {
            lost += now - pausedAt;
            pausedAt = -1;
        }
        RunSnapshot run = source.get();
        for (Shown shown : views) {
            if (!paused || shown.always) {
                shown.show(run);
            }
        }
        long time = (paused ? pausedAt : now) - lost;
        for (Animated animated : moving) {
            animated.frame(time);
        }
    }

    @Override
    public void close() {
        stop();
        views.clear();
        moving.clear();
    }
}
