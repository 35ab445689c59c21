package dev.breakwater.engine.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntryIdsTest {
    private final EntryIds ids = new EntryIds();

    @Test
    void groupLagsBehindByTheEntriesAfterItsCursor() {
        ids.add(List.of(new EntryId(5, 0), new EntryId(5, 1), new EntryId(9, 0)));
        assertEquals(3, ids.after(EntryId.of("0-0")));
        assertEquals(2, ids.after(EntryId.of("5-0")));
        assertEquals(1, ids.after(EntryId.of("7-3")));
        assertEquals(0, ids.after(EntryId.of("9-0")));
        assertEquals("9-0", ids.last().toString());
    }

    @Test
    void countsWhatItNoLongerKeeps() {
        for (int round = 0; round < 30; round++) {
            int from = round * 1000;
            ids.add(IntStream.range(from, from + 1000).mapToObj(i -> new EntryId(1, i)).toList());
        }
        assertEquals(30_000, ids.added());
        assertEquals(EntryIds.KEPT, ids.after(EntryId.FIRST));
        assertEquals(10, ids.after(new EntryId(1, 29_989)));
    }

    @Test
    void streamThatWasMadeAnewBeginsAgain() {
        ids.add(List.of(new EntryId(9, 0)));
        ids.forget();
        ids.add(List.of(new EntryId(4, 0)));
        assertEquals(1, ids.after(EntryId.FIRST));
        assertEquals(2, ids.added());
    }
}
