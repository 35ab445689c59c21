package dev.breakwater.engine.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.model.run.IntruderView;
import dev.breakwater.engine.model.run.InvariantView;
import org.junit.jupiter.api.Test;

final class IntruderCheckTest {
    @Test
    void oneThatIsLetInBreaksIt() {
        assertEquals(new InvariantView("intruders-refused", true, "7 requests of intruders, all of them refused"),
                IntruderCheck.view(new IntruderView(7, 0, "")));
        assertEquals(new InvariantView("intruders-refused", false,
                "1 requests of intruders were let in, 7 refused; the token of the first was stolen and expired"),
                IntruderCheck.view(new IntruderView(7, 1, "stolen and expired")));
    }
}
