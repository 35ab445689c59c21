package dev.breakwater.app.theme;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window, from `messages.properties`.
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.breakwater.app.messages", Locale.ENGLISH);

    private Texts() {}

    /// The text under `key`, with `values` in the places of `{0}`, `{1}` …
    public static String of(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(values);
    }
}
