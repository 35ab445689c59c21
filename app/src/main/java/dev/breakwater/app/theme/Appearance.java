package dev.breakwater.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the window looks now, as the user and the desktop want it. JavaFX thread only.
public final class Appearance {
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Ink> ink = new ReadOnlyObjectWrapper<>(Ink.DARK);

    /// Applies the choice, and each later one, to the whole application.
    public void follow(ThemeChoice start, boolean reduceMotion) {
        theme.set(start);
        reducedMotion.set(reduceMotion);
        theme.addListener(_ -> apply());
        Platform.getPreferences().colorSchemeProperty().addListener(_ -> apply());
        apply();
    }

    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    /// True: nothing moves; messages are shown standing.
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    public ReadOnlyObjectProperty<Ink> inkProperty() {
        return ink.getReadOnlyProperty();
    }

    public Ink ink() {
        return ink.get();
    }

    /// From dark to light or back, by the user's own choice from now on.
    public void toggle() {
        theme.set(ink().dark() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    private void apply() {
        boolean dark = switch (theme.get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet(dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        ink.set(Ink.of(dark));
    }
}
