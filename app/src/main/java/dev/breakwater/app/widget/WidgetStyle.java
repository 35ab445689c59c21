package dev.breakwater.app.widget;

import java.util.Objects;
import javafx.scene.Parent;

/// The style sheet of widgets and tabs: it uses the theme's looked-up colours only, so it is the same for light and dark.
public final class WidgetStyle {
    private static final String URL = Objects.requireNonNull(WidgetStyle.class.getResource("widget.css")).toExternalForm();

    private WidgetStyle() {}

    /// Styles `view` and all in it.
    public static <P extends Parent> P on(P view) {
        view.getStylesheets().add(URL);
        return view;
    }

    static String url() {
        return URL;
    }
}
