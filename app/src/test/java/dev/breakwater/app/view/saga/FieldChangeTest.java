package dev.breakwater.app.view.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldChangeTest {
    @Test
    void changedAddedAndRemovedFieldsAreFound() {
        List<FieldChange> changes = FieldChange.between(
                "{\"step\":\"a\",\"status\":\"active\",\"old\":1}", "{\"step\":\"b\",\"status\":\"active\",\"compensations\":[\"X\"]}");
        assertEquals(List.of(
                new FieldChange("step", "a", "b"),
                new FieldChange("status", "active", "active"),
                new FieldChange("compensations", "", "[\"X\"]"),
                new FieldChange("old", "1", "")), changes);
        assertEquals(List.of(true, false, true, true), changes.stream().map(FieldChange::changed).toList());
    }

    @Test
    void whatIsNotAnObjectIsShownAsItCame() {
        assertEquals(List.of(new FieldChange("state", "", "not json {")), FieldChange.between("", "not json {"));
        assertEquals(List.of(new FieldChange("state", "", "[1]")), FieldChange.between("", "[1]"));
        assertEquals(List.of(), FieldChange.between("", ""));
    }
}
