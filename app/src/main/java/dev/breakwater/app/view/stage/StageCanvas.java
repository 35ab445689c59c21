package dev.breakwater.app.view.stage;

import dev.breakwater.app.theme.Ink;
import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.stage.layout.Box;
import dev.breakwater.app.view.stage.layout.Point;
import dev.breakwater.app.view.stage.layout.Route;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Three layers, one on the other: nodes and lines, of which what has changed is painted, a few nodes a frame; the dots, drawn each
/// frame; and switches and failures, which no dot may hide, on a canvas no larger than they need.
final class StageCanvas extends Region {
    private static final double MARGIN = 16;
    /// Nobody reads figures that change more often.
    private static final long FIGURES_NANOS = 120_000_000;
    private static final int NODES_A_FRAME = 3;
    private static final double DOT_SPACING = 24;
    private static final double DOT_SPEED = 110;
    private final Canvas ground = new Canvas();
    private final DotLayer air = new DotLayer();
    private final Canvas signs = new Canvas();
    private final DotField dots = new DotField();
    private final DotPainter dotPainter = new DotPainter(air, new Sprites(Ink.DARK, 1, Sprites.sizeAt(1)));
    private Ink ink = Ink.DARK;
    private double density = 1;
    private double spriteSize = Sprites.sizeAt(1);
    private StagePlan plan = StagePlan.EMPTY;
    private StagePicture picture = StagePicture.EMPTY;
    private List<EdgeFigure> lines = List.of();
    private final SequencedSet<String> unpainted = new LinkedHashSet<>();
    private @Nullable RunSnapshot waiting;
    private Camera camera = Camera.START;
    private boolean fitted = true;
    private boolean still;
    private boolean dirty = true;
    private boolean signsDirty;
    private long time;
    private long picturedAt = Long.MIN_VALUE / 2;
    private Selected selected = new Selected.None();
    private Selected hovered = new Selected.None();

    StageCanvas() {
        getStyleClass().add("stage-canvas");
        getChildren().addAll(ground, air.view(), signs);
        setMinSize(0, 0);
        setFocusTraversable(true);
        setId("stage-canvas");
    }

    void look(Ink now, boolean reducedMotion) {
        ink = now;
        if (still != reducedMotion) {
            still = reducedMotion;
            dots.clear();
        }
        density = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        air.size(getWidth(), getHeight(), density);
        cut(Sprites.sizeAt(camera.scale()));
    }

    void plan(StagePlan now) {
        boolean first = !plan.topology().equals(now.topology());
        plan = now;
        dotPainter.routes(now.topology().edges(), now.routes());
        if (first) {
            pace(1);
            fit();
        }
        dirty = true;
    }

    /// How long dots take, and how many a second each line can carry so that they can be told apart.
    void pace(double crowd) {
        int size = plan.topology().edges().size();
        long[] travel = new long[size];
        double[] most = new double[size];
        for (int i = 0; i < size; i++) {
            Route route = plan.routes().get(plan.topology().edges().get(i));
            double length = route == null ? 100 : route.length();
            double seconds = Math.clamp(length / DOT_SPEED, 0.7, 2.2);
            travel[i] = (long) (seconds * 1e9);
            most[i] = Math.max(2.5, length / DOT_SPACING / seconds) * crowd;
        }
        dots.lines(plan.topology().edges(), travel, most);
    }

    StagePlan plan() {
        return plan;
    }

    StagePicture picture() {
        return picture;
    }

    Camera camera() {
        return camera;
    }

    int dotsOnTheirWay() {
        return dots.count();
    }

    void show(RunSnapshot run) {
        waiting = run;
        if (still) {
            dots.skip(run);
        } else {
            dots.take(run, time);
        }
    }

    void frame(long nanos) {
        time = nanos;
        if (waiting != null && (dirty || nanos - picturedAt >= FIGURES_NANOS)) {
            picture(StageViewModel.picture(waiting));
            waiting = null;
            picturedAt = nanos;
        }
        paint();
        dots.advance(nanos);
        Transfer marked = hovered instanceof Selected.OfTransfer over ? over.transfer()
                : selected instanceof Selected.OfTransfer chosen ? chosen.transfer() : null;
        dotPainter.paint(dots, camera, nanos, marked);
    }

    private void picture(StagePicture now) {
        StageChange change = StageChange.between(lines, picture, now);
        dirty |= change.ground();
        signsDirty |= change.signs() || still;
        unpainted.addAll(change.nodes());
        picture = now;
    }

    private void paint() {
        if (dirty) {
            dirty = false;
            unpainted.clear();
            paintGround();
        } else if (signsDirty) {
            paintSigns();
        } else if (!unpainted.isEmpty()) {
            paintFigures();
        }
    }

    void select(Selected now) {
        selected = now;
        dirty = true;
    }

    void hover(Selected now) {
        if (!now.equals(hovered)) {
            dirty |= !(now instanceof Selected.OfTransfer && hovered instanceof Selected.OfTransfer);
            hovered = now;
        }
    }

    void fit() {
        fitted = true;
        camera = Camera.fit(plan.boxes().values(), getWidth(), getHeight(), MARGIN);
        dirty = true;
    }

    void camera(Camera now) {
        fitted = false;
        camera = now;
        dirty = true;
    }

    void move(String node, double x, double y) {
        plan(plan.moved(node, x, y));
    }

    /// What lies at this place of the canvas: dots before nodes, nodes before lines.
    Selected at(double x, double y) {
        Transfer transfer = dotPainter.at(dots, camera, time, x, y);
        if (transfer != null) {
            return new Selected.OfTransfer(transfer);
        }
        Point world = camera.world(x, y);
        for (Node node : plan.topology().nodes()) {
            Box box = plan.boxes().get(node.id());
            if (box != null && box.contains(world.x(), world.y(), 2)) {
                return new Selected.OfNode(node);
            }
        }
        Edge nearest = null;
        double least = 9 / camera.scale();
        for (Edge edge : plan.topology().edges()) {
            Route route = plan.routes().get(edge);
            double away = route == null ? Double.MAX_VALUE
                    : Math.min(route.distance(world.x(), world.y()), switchDistance(edge, route, world));
            if (away < least) {
                least = away;
                nearest = edge;
            }
        }
        return nearest == null ? new Selected.None() : new Selected.OfEdge(nearest);
    }

    /// 0 on the breaker's switch, which is wider than its line.
    private double switchDistance(Edge edge, Route route, Point world) {
        Point at = route.at(EdgePainter.SWITCH_AT);
        boolean on = Math.abs(at.x() - world.x()) < 40 && Math.abs(at.y() - world.y()) < EdgePainter.SWITCH_HEIGHT / 2 + 2;
        return on && picture.edges().stream().anyMatch(e -> e.edge().equals(edge) && e.breaker().isPresent()) ? 0 : Double.MAX_VALUE;
    }

    private void cut(double size) {
        spriteSize = size;
        dotPainter.sprites(new Sprites(ink, density, size));
        dirty = true;
    }

    private void paintGround() {
        if (Sprites.sizeAt(camera.scale()) != spriteSize) {
            cut(Sprites.sizeAt(camera.scale()));
            dirty = false;
        }
        new GroundPainter(blank(ground)).paint(plan, picture, selected, hovered);
        lines = picture.edges();
        paintSigns();
    }

    private void paintSigns() {
        signsDirty = false;
        Rectangle2D place = GroundPainter.placeOfSigns(plan, picture, camera, still);
        double left = Math.max(0, Math.floor(place.getMinX()));
        double top = Math.max(0, Math.floor(place.getMinY()));
        signs.relocate(left, top);
        signs.setWidth(Math.clamp(Math.ceil(place.getMaxX()) - left, 0, Math.max(0, getWidth() - left)));
        signs.setHeight(Math.clamp(Math.ceil(place.getMaxY()) - top, 0, Math.max(0, getHeight() - top)));
        new GroundPainter(blank(signs)).signs(plan, picture, still);
    }

    private void paintFigures() {
        GroundPainter painter = new GroundPainter(brush(ground));
        for (int i = 0; i < NODES_A_FRAME && !unpainted.isEmpty(); i++) {
            String node = unpainted.removeFirst();
            NodeFigure figure = picture.nodes().get(node);
            Box box = plan.boxes().get(node);
            if (figure != null && box != null) {
                painter.figures(figure, box);
            }
        }
    }

    private Brush blank(Canvas canvas) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return brush(canvas);
    }

    private Brush brush(Canvas canvas) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double x = camera.offsetX() - canvas.getLayoutX();
        double y = camera.offsetY() - canvas.getLayoutY();
        g.setTransform(camera.scale(), 0, 0, camera.scale(), x, y);
        return new Brush(g, ink, camera.scale());
    }

    @Override
    protected void layoutChildren() {
        if (ground.getWidth() != getWidth() || ground.getHeight() != getHeight()) {
            ground.setWidth(getWidth());
            ground.setHeight(getHeight());
            air.size(getWidth(), getHeight(), density);
            if (fitted) {
                fit();
            }
            dirty = true;
        }
    }
}
