package dev.breakwater.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClosingTest {
    private final List<String> closed = new ArrayList<>();
    private final Closing closing = new Closing();

    @Test
    void theLastIsClosedFirstAlsoWhenOneFails() throws InterruptedException {
        closing.add(() -> closed.add("first"));
        closing.add(() -> {
            throw new IllegalStateException("does not close");
        });
        closing.add("third", closed::add);
        closing.close();
        closing.close();
        assertEquals(List.of("third", "first"), closed);
    }

    @Test
    void whatComesTooLateIsClosedAtOnce() {
        closing.close();
        assertThrows(InterruptedException.class, () -> closing.add(() -> closed.add("late")));
        assertEquals(List.of("late"), closed);
    }
}
