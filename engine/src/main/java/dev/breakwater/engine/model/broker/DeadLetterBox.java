package dev.breakwater.engine.model.broker;

import java.util.List;

/// The messages that were put aside.
///
/// @param count of all
/// @param letters the oldest of them, at most [#MAX_SHOWN]
/// @param trouble why the last attempt to replay some of them failed; empty if it did not
public record DeadLetterBox(long count, List<DeadLetter> letters, String trouble) {
    public static final int MAX_SHOWN = 100;
    public static final DeadLetterBox EMPTY = new DeadLetterBox(0, List.of(), "");

    public DeadLetterBox {
        letters = List.copyOf(letters);
    }
}
