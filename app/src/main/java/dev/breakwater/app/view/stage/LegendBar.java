package dev.breakwater.app.view.stage;

import dev.breakwater.app.theme.Ink;
import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.Selection;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// Under the stage: what the colours and marks mean, and the brokers that run.
final class LegendBar {
    private final Selection selection;
    private final HBox protocols = new HBox(12);
    private final HBox marks = new HBox(12);
    private final HBox brokers = new HBox(6);
    private final Label dropped = new Label();
    private final HBox root;
    private List<Protocol> shownProtocols = List.of();
    private List<BrokerFigure> shownBrokers = List.of();
    private Ink ink = Ink.DARK;

    LegendBar(Selection selection) {
        this.selection = selection;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (String mark : new String[] {"failed", "refused", "delayed"}) {
            marks.getChildren().add(item(Texts.of("legend." + mark), new Label(Texts.of("legend." + mark + ".sign"))));
        }
        marks.managedProperty().bind(marks.visibleProperty());
        dropped.getStyleClass().add("dropped");
        root = new HBox(16, protocols, marks, dropped, space, brokers) {
            /// The marks explain themselves on hover; when there is little room they go first.
            @Override
            protected void layoutChildren() {
                double others = protocols.prefWidth(-1) + dropped.prefWidth(-1) + brokers.prefWidth(-1);
                marks.setVisible(getWidth() > others + marks.prefWidth(-1) + 5 * getSpacing() + snappedLeftInset() + snappedRightInset());
                super.layoutChildren();
            }
        };
        for (Region group : List.of(protocols, marks, dropped, brokers)) {
            group.setMinWidth(0);
        }
        brokers.setMinWidth(Region.USE_PREF_SIZE);
        protocols.setMinWidth(Region.USE_PREF_SIZE);
        root.getStyleClass().add("legend");
        root.setAlignment(Pos.CENTER_LEFT);
    }

    Node node() {
        return root;
    }

    void look(Ink now) {
        ink = now;
        rebuildProtocols();
    }

    void show(List<BrokerFigure> now, RunSnapshot run) {
        List<Protocol> used = run.topology().edges().stream().map(Edge::protocol).distinct().sorted().toList();
        if (!used.equals(shownProtocols)) {
            shownProtocols = used;
            rebuildProtocols();
        }
        if (!now.equals(shownBrokers)) {
            shownBrokers = now;
            brokers.getChildren().setAll(now.stream().map(this::chip).toList());
        }
        long lost = run.dropped().facts();
        dropped.setText(lost == 0 ? "" : Texts.of("legend.dropped", Figures.count(lost)));
        dropped.setManaged(lost > 0);
    }

    private void rebuildProtocols() {
        List<Node> items = new ArrayList<>();
        shownProtocols.forEach(protocol -> items.add(item(protocol.title(), new Circle(4, ink.of(protocol)))));
        protocols.getChildren().setAll(items);
        protocols.setAlignment(Pos.CENTER_LEFT);
        marks.setAlignment(Pos.CENTER_LEFT);
        brokers.setAlignment(Pos.CENTER_RIGHT);
    }

    private static Label item(String text, Node sign) {
        Label label = new Label(text, sign);
        label.getStyleClass().add("legend-item");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Button chip(BrokerFigure broker) {
        String product = broker.product().replaceAll(" \\(.*", "");
        Button chip = new Button(broker.state().isEmpty() ? product : product + " · " + broker.state());
        chip.setId("broker-" + broker.name());
        chip.getStyleClass().addAll("broker-chip", "health-" + broker.health().name().toLowerCase(Locale.ROOT));
        chip.setGraphic(new Circle(3.5));
        chip.getGraphic().getStyleClass().add("health-dot");
        chip.setTooltip(new Tooltip(broker.product()));
        chip.setOnAction(_ -> selection.set(new Selected.OfBroker(broker.name())));
        return chip;
    }
}
