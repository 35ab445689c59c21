package dev.breakwater.app.view;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the tabs, the timeline and the start, from `views.properties`.
public final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.breakwater.app.view.views", Locale.ENGLISH);

    private Words() {}

    /// The text under `key`, with `values` in the places of `{0}`, `{1}` …
    public static String of(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(values);
    }
}
