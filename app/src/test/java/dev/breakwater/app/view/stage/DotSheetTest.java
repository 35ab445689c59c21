package dev.breakwater.app.view.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DotSheetTest {
    private static final int RED = 0xFFFF0000;
    private static final int HALF_BLUE = 0x80000080;

    @Test
    void whatIsLaidOverMixesByItsAlpha() {
        DotSheet sheet = new DotSheet(4, 1);
        sheet.draw(Sprite.of(2, 1, new int[] {RED, RED}), 1, 0);
        sheet.draw(Sprite.of(2, 1, new int[] {HALF_BLUE, 0}), 1, 0);
        assertEquals(0, sheet.pixel(0, 0));
        assertEquals(0xFF7F0080, sheet.pixel(1, 0));
        assertEquals(RED, sheet.pixel(2, 0));
    }

    @Test
    void aClearedSheetIsEmptyEverywhere() {
        DotSheet sheet = new DotSheet(9, 9);
        sheet.draw(Sprite.of(2, 2, new int[] {RED, RED, RED, RED}), 7, 7);
        sheet.draw(Sprite.of(1, 1, new int[] {RED}), 0, 3);
        sheet.clear();
        assertEquals(new Rectangle2D(0, 3, 9, 6), sheet.changed());
        for (int i = 0; i < 81; i++) {
            assertEquals(0, sheet.pixel(i % 9, i / 9));
        }
    }

    @Property
    void whatLiesOutsideIsLeftOut(@ForAll @IntRange(min = -6, max = 12) int x, @ForAll @IntRange(min = -6, max = 12) int y) {
        DotSheet sheet = new DotSheet(8, 6);
        int[] full = new int[12];
        Arrays.fill(full, RED);
        sheet.draw(Sprite.of(4, 3, full), x, y);
        for (int i = 0; i < 48; i++) {
            int column = i % 8;
            int row = i / 8;
            boolean inside = column >= x && column < x + 4 && row >= y && row < y + 3;
            assertEquals(inside ? RED : 0, sheet.pixel(column, row));
        }
    }

    /// Each channel is over + under × (255 − alpha) / 255 within one step, and never more than the alpha.
    @Property
    void blendingIsPorterAndDuffsOver(
            @ForAll @IntRange(min = 0, max = 255) int alpha, @ForAll @IntRange(min = 0, max = 255) int color,
            @ForAll @IntRange(min = 1, max = 255) int below, @ForAll @IntRange(min = 0, max = 255) int belowColor) {
        int over = gray(alpha, color * alpha / 255);
        int under = gray(below, belowColor * below / 255);
        DotSheet sheet = new DotSheet(1, 1);
        sheet.draw(Sprite.of(1, 1, new int[] {under}), 0, 0);
        sheet.draw(Sprite.of(1, 1, new int[] {over}), 0, 0);
        int mixed = sheet.pixel(0, 0);
        for (int shift = 0; shift < 32; shift += 8) {
            double exact = channel(over, shift) + channel(under, shift) * (255 - alpha) / 255.0;
            assertTrue(Math.abs(exact - channel(mixed, shift)) <= 1, () -> Integer.toHexString(mixed));
            assertTrue(channel(mixed, shift) <= channel(mixed, 24) + 1, () -> Integer.toHexString(mixed));
        }
    }

    private static int gray(int alpha, int level) {
        return alpha << 24 | level << 16 | level << 8 | level;
    }

    private static int channel(int argb, int shift) {
        return argb >>> shift & 0xFF;
    }
}
