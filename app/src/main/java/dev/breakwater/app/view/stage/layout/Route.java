package dev.breakwater.app.view.stage.layout;

/// The way of a line from node to node: points at equal distances along a curve.
public final class Route {
    private static final int FINE = 96;
    private static final int POINTS = 33;
    private final double[] xs = new double[POINTS];
    private final double[] ys = new double[POINTS];
    private final double length;
    private final Point control1;
    private final Point control2;

    private Route(double[] fineX, double[] fineY, Point control1, Point control2) {
        this.control1 = control1;
        this.control2 = control2;
        double[] walked = new double[FINE + 1];
        for (int i = 1; i <= FINE; i++) {
            walked[i] = walked[i - 1] + Math.hypot(fineX[i] - fineX[i - 1], fineY[i] - fineY[i - 1]);
        }
        length = walked[FINE];
        int at = 0;
        for (int i = 0; i < POINTS; i++) {
            double wanted = length * i / (POINTS - 1);
            while (at < FINE - 1 && walked[at + 1] < wanted) {
                at++;
            }
            double step = walked[at + 1] - walked[at];
            double part = step == 0 ? 0 : Math.clamp((wanted - walked[at]) / step, 0, 1);
            xs[i] = fineX[at] + part * (fineX[at + 1] - fineX[at]);
            ys[i] = fineY[at] + part * (fineY[at + 1] - fineY[at]);
        }
    }

    /// A cubic Bézier curve with two control points.
    public static Route cubic(Point start, Point control1, Point control2, Point end) {
        double[] fineX = new double[FINE + 1];
        double[] fineY = new double[FINE + 1];
        for (int i = 0; i <= FINE; i++) {
            double t = (double) i / FINE;
            double u = 1 - t;
            double a = u * u * u;
            double b = 3 * u * u * t;
            double c = 3 * u * t * t;
            double d = t * t * t;
            fineX[i] = a * start.x() + b * control1.x() + c * control2.x() + d * end.x();
            fineY[i] = a * start.y() + b * control1.y() + c * control2.y() + d * end.y();
        }
        return new Route(fineX, fineY, control1, control2);
    }

    public double length() {
        return length;
    }

    /// The first control point of the curve, for those who draw it.
    public Point control1() {
        return control1;
    }

    public Point control2() {
        return control2;
    }

    public int points() {
        return POINTS;
    }

    public double x(int point) {
        return xs[point];
    }

    public double y(int point) {
        return ys[point];
    }

    /// Where one is after the part `t` (0 to 1) of the way.
    public double xAt(double t) {
        return between(xs, t);
    }

    public double yAt(double t) {
        return between(ys, t);
    }

    public Point at(double t) {
        return new Point(xAt(t), yAt(t));
    }

    /// How far the point is from the nearest part of the line.
    public double distance(double x, double y) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < POINTS; i++) {
            double dx = xs[i] - xs[i - 1];
            double dy = ys[i] - ys[i - 1];
            double square = dx * dx + dy * dy;
            double t = square == 0 ? 0 : Math.clamp(((x - xs[i - 1]) * dx + (y - ys[i - 1]) * dy) / square, 0, 1);
            least = Math.min(least, Math.hypot(x - xs[i - 1] - t * dx, y - ys[i - 1] - t * dy));
        }
        return least;
    }

    private static double between(double[] values, double t) {
        double place = Math.clamp(t, 0, 1) * (POINTS - 1);
        int before = Math.min(POINTS - 2, (int) place);
        return values[before] + (place - before) * (values[before + 1] - values[before]);
    }
}
