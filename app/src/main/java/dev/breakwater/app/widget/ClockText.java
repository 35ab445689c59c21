package dev.breakwater.app.widget;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// How times of day are written: in the user's zone, 24 hours.
public final class ClockText {
    private final DateTimeFormatter seconds;
    private final DateTimeFormatter millis;

    public ClockText(ZoneId zone) {
        seconds = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
        millis = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(zone);
    }

    /// In the zone of this machine.
    public static ClockText local() {
        return new ClockText(ZoneId.systemDefault());
    }

    /// `14:02:31`.
    public String seconds(Instant at) {
        return seconds.format(at);
    }

    /// `14:02:31.482`.
    public String millis(Instant at) {
        return millis.format(at);
    }
}
