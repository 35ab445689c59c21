package dev.breakwater.app.shell;

/// The load slider's scale: fine where most of the work is done, and far enough for a stress test.
final class LoadScale {
    static final double MOST = 500;
    private static final double BEND = 2;

    private LoadScale() {}

    /// Orders per second at a place of 0 to 1; whole numbers above one, tenths below.
    static double rateAt(double place) {
        double exact = MOST * Math.pow(Math.clamp(place, 0, 1), BEND);
        return exact < 1 ? Math.rint(exact * 10) / 10 : Math.rint(exact);
    }

    static double placeOf(double rate) {
        return Math.pow(Math.clamp(rate / MOST, 0, 1), 1 / BEND);
    }
}
