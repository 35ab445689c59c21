package dev.breakwater.app.theme;

import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The window's letters: the best sans and the best monospace that the machine has.
public final class Typeface {
    private static final Set<String> FAMILIES = Set.copyOf(Font.getFamilies());
    /// For words.
    public static final String SANS = first(List.of("Inter", "Inter Variable", "SF Pro Text", "Segoe UI", "Noto Sans", "Cantarell", "Ubuntu",
            "Liberation Sans", "DejaVu Sans Condensed"), Font.getDefault().getFamily());
    /// For figures and ids, which must not dance.
    public static final String MONO = first(List.of("JetBrains Mono", "SF Mono", "Cascadia Mono", "Noto Sans Mono", "Ubuntu Mono",
            "Liberation Mono", "DejaVu Sans Mono", "Consolas", "Menlo"), "Monospaced");

    private Typeface() {}

    public static Font sans(double size) {
        return Font.font(SANS, size);
    }

    public static Font bold(double size) {
        return Font.font(SANS, FontWeight.BOLD, size);
    }

    public static Font mono(double size) {
        return Font.font(MONO, size);
    }

    /// The part of a style sheet that cannot be written beforehand.
    public static String style() {
        return "-fx-font-family: \"%s\"; -bw-mono-family: \"%s\";".formatted(SANS, MONO);
    }

    private static String first(List<String> wanted, String otherwise) {
        return wanted.stream().filter(FAMILIES::contains).findFirst().orElse(otherwise);
    }
}
