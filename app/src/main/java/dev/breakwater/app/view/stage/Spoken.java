package dev.breakwater.app.view.stage;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.Selected;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.Rates;
import dev.breakwater.engine.model.topology.Edge;

/// What stands on the stage, in words: for the card under the pointer and for screen readers.
final class Spoken {
    private Spoken() {}

    static String of(Selected selected, StagePicture picture) {
        return switch (selected) {
            case Selected.OfNode node -> node(node.node().id(), picture);
            case Selected.OfEdge edge -> edge(edge.edge(), picture);
            case Selected.OfTransfer of -> Texts.of("stage.spoken.transfer", of.transfer().from(), of.transfer().to(), of.transfer().name(),
                    Texts.of("outcome." + of.transfer().outcome()), Figures.time(of.transfer().duration()));
            case Selected.OfOrder order -> order.orderId();
            case Selected.OfBroker broker -> broker.broker();
            case Selected.None _ -> "";
        };
    }

    private static String node(String id, StagePicture picture) {
        NodeFigure figure = picture.nodes().get(id);
        if (figure == null) {
            return id;
        }
        StringBuilder text = new StringBuilder(id);
        String health = Texts.of("health." + figure.health());
        for (String part : new String[] {health, figure.line().equals(health) ? "" : figure.line(), figure.number(), figure.badge()}) {
            text.append(part.isBlank() ? "" : "\n" + part);
        }
        figure.cursors().forEach(cursor -> text.append('\n')
                .append(Texts.of("stage.spoken.cursor", cursor.group(), cursor.lag(), cursor.pending())));
        return text.toString();
    }

    private static String edge(Edge edge, StagePicture picture) {
        EdgeFigure figure = picture.edges().stream().filter(e -> e.edge().equals(edge)).findFirst().orElse(null);
        String names = Texts.of("stage.spoken.edge", edge.from(), edge.to(), edge.protocol().title());
        if (figure == null) {
            return names;
        }
        String p99 = figure.p99Nanos() == 0 ? "" : " · p99 " + Figures.time(figure.p99Nanos());
        String line = names + "\n" + Rates.text(figure.ratePerSecond()) + p99;
        return figure.breaker().map(breaker -> line + "\n" + Texts.of("stage.spoken.breaker", breaker.text())).orElse(line)
                + (figure.badge().isEmpty() ? "" : "\n" + figure.badge());
    }
}
