package dev.breakwater.app.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The window's letters: the best sans and the best monospace that the machine has.
public final class Typeface {
    private static final Set<String> FAMILIES = Set.copyOf(Font.getFamilies());
    /// For words.
    public static final String SANS = first(List.of("Inter", "Inter Variable", "SF Pro Text", "Segoe UI", "Noto Sans", "Cantarell",
            "Ubuntu", "Liberation Sans", "DejaVu Sans Condensed"), Font.getDefault().getFamily());
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

    /// A style sheet, as a URL, that dresses the window in these letters.
    public static String styleSheet() {
        String css = """
                .root { -fx-font-family: "%s"; }
                .canvas-pane { -bw-mono-family: "%s"; }
                .mono, .figure, .key, .row-value, .tile-value, .setting-field, .failure-left, .preformatted, .load .text-field {
                  -fx-font-family: "%s";
                }
                """.formatted(SANS, MONO, MONO);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String first(List<String> wanted, String otherwise) {
        return wanted.stream().filter(FAMILIES::contains).findFirst().orElse(otherwise);
    }
}
