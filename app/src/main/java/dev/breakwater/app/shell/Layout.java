package dev.breakwater.app.shell;

import dev.breakwater.app.view.View;
import dev.breakwater.app.view.failures.FailuresView;
import dev.breakwater.app.view.inspector.InspectorView;
import dev.breakwater.app.view.stage.StageView;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where each part of the window stands.
final class Layout implements AutoCloseable {
    private static final double UPPER_PART = 0.68;
    private static final double NARROW = 1_400;
    private static final double FAILURES_SHARE = 0.45;
    private final TopBar top;
    private final List<View> tabs;
    private final TabPane tabPane = new TabPane();
    private final SplitPane split = new SplitPane();
    private final VBox lower = new VBox();
    private final BorderPane parts = new BorderPane();
    private final StackPane root = new StackPane(parts);

    Layout(TopBar top, PatternList patterns, StageView stage, InspectorView inspector, FailuresView failures, List<View> tabs) {
        this.top = top;
        this.tabs = tabs;
        tabs.forEach(view -> {
            Tab tab = new Tab(view.title(), view.node());
            tab.setClosable(false);
            tabPane.getTabs().add(tab);
        });
        tabPane.setId("tabs");
        tabPane.setMinHeight(0);
        VBox.setVgrow(tabPane, Priority.ALWAYS);
        lower.getChildren().add(tabPane);
        lower.getStyleClass().add("lower");
        lower.setMinHeight(0);
        ScrollPane left = scroll(patterns.node(), "left");
        VBox right = right(inspector, failures);
        HBox upper = new HBox(stage.node(), right);
        HBox.setHgrow(stage.node(), Priority.ALWAYS);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().add(upper);
        if (!tabs.isEmpty()) {
            split.getItems().add(lower);
        }
        split.setDividerPositions(UPPER_PART);
        SplitPane.setResizableWithParent(lower, false);
        parts.setTop(top.node());
        parts.setLeft(left);
        parts.setCenter(split);
        root.getStyleClass().add("window");
        root.widthProperty().addListener((_, _, width) -> widths(left, right, width.doubleValue()));
        widths(left, right, NARROW);
    }

    private static VBox right(InspectorView inspector, FailuresView failures) {
        ScrollPane details = scroll(inspector.node(), "details");
        ScrollPane active = scroll(failures.node(), "active");
        VBox right = new VBox(details, active);
        right.getStyleClass().add("right");
        right.setMinHeight(0);
        VBox.setVgrow(details, Priority.ALWAYS);
        // failures in force are never out of sight, and never take more than their share
        active.visibleProperty().bind(failures.node().visibleProperty());
        active.managedProperty().bind(failures.node().visibleProperty());
        DoubleBinding height = Bindings.createDoubleBinding(
                () -> Math.min(failures.node().getLayoutBounds().getHeight() + 2, FAILURES_SHARE * right.getHeight()),
                failures.node().layoutBoundsProperty(), right.heightProperty());
        active.minHeightProperty().bind(height);
        active.prefHeightProperty().bind(height);
        active.maxHeightProperty().bind(height);
        return right;
    }

    /// On a projector the stage gets what the sides can spare.
    private static void widths(Region left, Region right, double width) {
        boolean narrow = width < NARROW;
        fix(left, narrow ? 168 : 204);
        fix(right, narrow ? 264 : 316);
    }

    private static void fix(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }

    private static ScrollPane scroll(Node content, String style) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().addAll("side", style);
        pane.setFocusTraversable(false);
        return pane;
    }

    Parent root() {
        return root;
    }

    /// Puts a strip under the tabs, at its full height.
    void under(Region strip) {
        strip.setMinHeight(Region.USE_PREF_SIZE);
        lower.getChildren().add(strip);
    }

    boolean isShowing(View view) {
        int index = tabs.indexOf(view);
        return index >= 0 && tabPane.getSelectionModel().getSelectedIndex() == index;
    }

    void selectTab(int index) {
        if (index >= 0 && index < tabs.size()) {
            tabPane.getSelectionModel().select(index);
        }
    }

    void divide(double part) {
        split.setDividerPositions(Math.clamp(part, 0.3, 0.9));
    }

    double divided() {
        return Optional.of(split.getDividerPositions()).filter(positions -> positions.length > 0).map(positions -> positions[0])
                .orElse(UPPER_PART);
    }

    @Override
    public void close() {
        top.closePopovers();
    }
}
