package dev.breakwater.app.shell;

import dev.breakwater.app.theme.Appearance;
import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.View;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What holds for the whole run: where it runs, how hard it is driven, how many failures are in force.
final class TopBar implements View {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private final LoadControl load;
    private final PartsPopover parts;
    private final Button environment = new Button();
    private final Circle dot = new Circle(4.5);
    private final Label title = new Label();
    private final Button healAll = new Button();
    private final ToggleButton pause = new ToggleButton();
    private final HBox root = new HBox(12);

    TopBar(LabCommands lab, Appearance appearance, BooleanProperty paused) {
        load = new LoadControl(lab);
        parts = new PartsPopover(lab);
        Label name = new Label("Breakwater");
        name.getStyleClass().add("brand");
        name.setMinWidth(Region.USE_PREF_SIZE);
        dot.getStyleClass().add("mood");
        environment.setGraphic(dot);
        environment.setId("environment");
        environment.getStyleClass().add("environment");
        environment.setMinWidth(Region.USE_PREF_SIZE);
        environment.setOnAction(_ -> parts.toggle(environment));
        title.getStyleClass().add("scenario-title");
        title.setMinWidth(80);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        pause.setId("pause");
        pause.selectedProperty().bindBidirectional(paused);
        pause.setGraphic(new FontIcon(Material2MZ.PAUSE));
        paused.addListener((_, _, now) -> pause.setGraphic(new FontIcon(now ? Material2MZ.PLAY_ARROW : Material2MZ.PAUSE)));
        pause.setAccessibleText(Texts.of("pause.tip"));
        pause.setTooltip(new Tooltip(Texts.of("pause.tip")));
        pause.getStyleClass().add("tool");
        healAll.setId("heal-all");
        healAll.getStyleClass().add("heal-all");
        healAll.setMinWidth(Region.USE_PREF_SIZE);
        healAll.setTooltip(new Tooltip(Texts.of("healAll.tip")));
        healAll.setOnAction(_ -> lab.healAll());
        root.getChildren().addAll(name, environment, title, space, load.node(), pause, healAll, icons(appearance));
        root.getStyleClass().add("top-bar");
        show(RunSnapshot.EMPTY);
    }

    private static Node icons(Appearance appearance) {
        Button theme = icon("theme", Material2MZ.WB_SUNNY, appearance::toggle);
        appearance.inkProperty().addListener((_, _, ink) -> theme.setGraphic(sun(ink.dark())));
        theme.setGraphic(sun(appearance.ink().dark()));
        SettingsPopover settings = new SettingsPopover(appearance);
        Button gear = icon("settings", Material2MZ.SETTINGS, () -> { });
        gear.setOnAction(_ -> settings.toggle(gear));
        ShortcutsPopover shortcuts = new ShortcutsPopover();
        Button help = icon("help", Material2AL.HELP_OUTLINE, () -> { });
        help.setOnAction(_ -> shortcuts.toggle(help));
        HBox icons = new HBox(2, theme, gear, help);
        icons.getStyleClass().add("icons");
        return icons;
    }

    private static FontIcon sun(boolean dark) {
        return new FontIcon(dark ? Material2AL.BRIGHTNESS_3 : Material2MZ.WB_SUNNY);
    }

    private static Button icon(String id, Ikon ikon, Runnable action) {
        Button button = new Button(null, new FontIcon(ikon));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(Texts.of(id + ".tip"));
        button.setTooltip(new Tooltip(Texts.of(id + ".tip")));
        button.setOnAction(_ -> action.run());
        return button;
    }

    @Override
    public String title() {
        return "Breakwater";
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(RunSnapshot run) {
        TopBarModel model = TopBarModel.of(run);
        environment.setText(model.environment());
        title.setText(run.title());
        for (TopBarModel.Mood mood : TopBarModel.Mood.values()) {
            dot.pseudoClassStateChanged(PseudoClass.getPseudoClass(mood.name().toLowerCase(Locale.ROOT)), mood == model.mood());
        }
        healAll.setText(Texts.of("healAll.title", model.failures()));
        healAll.setDisable(model.failures() == 0);
        healAll.pseudoClassStateChanged(ACTIVE, model.failures() > 0);
        load.show(run);
        parts.show(run);
    }

    /// Closes what floats over the window.
    void closePopovers() {
        parts.hide();
    }
}
