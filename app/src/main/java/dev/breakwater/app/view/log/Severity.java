package dev.breakwater.app.view.log;

import dev.breakwater.engine.model.run.LogLine;
import java.util.Locale;
import java.util.regex.Pattern;

/// How serious a line is, read from the words that loggers write.
enum Severity {
    NORMAL,
    WARNING,
    ERROR;

    private static final Pattern ERRORS = Pattern.compile("\\b(ERROR|SEVERE|FATAL)\\b|Exception\\b|^\\s+at ");
    private static final Pattern WARNINGS = Pattern.compile("\\b(WARN|WARNING)\\b");

    static Severity of(LogLine line) {
        if (ERRORS.matcher(line.text()).find()) {
            return ERROR;
        }
        return WARNINGS.matcher(line.text()).find() ? WARNING : NORMAL;
    }

    /// Name of the style class.
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
