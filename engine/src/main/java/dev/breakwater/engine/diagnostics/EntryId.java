package dev.breakwater.engine.diagnostics;

/// The id of a stream entry: `<milliseconds>-<sequence>`, in the order in which entries were added.
record EntryId(long millis, long sequence) implements Comparable<EntryId> {
    static final EntryId FIRST = new EntryId(0, 0);

    /// @throws NumberFormatException if it is no id
    static EntryId of(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? new EntryId(Long.parseLong(text), 0)
                : new EntryId(Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
    }

    @Override
    public int compareTo(EntryId other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return millis + "-" + sequence;
    }
}
