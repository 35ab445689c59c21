package dev.breakwater.app.view.startup;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// One broker or service on its way up.
///
/// @param took since it began to start; until it was ready, or until now
public record PartRow(PartView part, Duration took) {

    static PartRow of(PartView part, Instant began, Instant now) {
        return new PartRow(part, switch (part.phase()) {
            case STARTING -> atLeastZero(Duration.between(began, now));
            case READY, PAUSED, STOPPED, DEAD, FAILED -> part.startup();
            case WAITING -> Duration.ZERO;
        });
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /// The sign that tells the phase without colour.
    String sign() {
        return switch (part.phase()) {
            case WAITING -> "○";
            case STARTING -> "◐";
            case READY -> "✓";
            case PAUSED -> "‖";
            case DEAD, FAILED -> "✕";
            case STOPPED -> "–";
        };
    }

    /// `ready in 210 ms`, `starting 2.4 s`, `waiting`.
    String words() {
        return switch (part.phase()) {
            case READY -> Words.of("startup.ready", Figures.time(took));
            case STARTING -> Words.of("startup.startingFor", Figures.time(took));
            case WAITING -> Words.of("startup.waiting");
            case PAUSED -> Words.of("startup.paused");
            case DEAD -> Words.of("startup.dead");
            case FAILED -> Words.of("startup.failed");
            case STOPPED -> Words.of("startup.stopped");
        };
    }

    /// What it is doing, else what it is.
    String what() {
        return part.message().isBlank() || part.phase() == PartPhase.READY ? part.product() : part.message();
    }

    /// Name of the style class.
    String style() {
        return part.phase().name().toLowerCase(Locale.ROOT);
    }
}
