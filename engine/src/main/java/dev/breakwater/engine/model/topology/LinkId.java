package dev.breakwater.engine.model.topology;

/// A connection that passes the lab's proxy: from a service (or the client) to a service or broker.
public record LinkId(String from, String to) {
    private static final String ARROW = "->";

    /// Reads the form that [#toString] writes.
    public static LinkId parse(String text) {
        int at = text.indexOf(ARROW);
        if (at <= 0 || at + ARROW.length() == text.length()) {
            throw new IllegalArgumentException("a link is written from->to, got " + text);
        }
        return new LinkId(text.substring(0, at).strip(), text.substring(at + ARROW.length()).strip());
    }

    /// `from->to`, as in experiment files and on the command line.
    @Override
    public String toString() {
        return from + ARROW + to;
    }
}
