package dev.breakwater.app.shell;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.failures.FailuresViewModel;
import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;

/// What the top bar says of a snapshot.
///
/// @param environment `local · 9 running`
/// @param mood the colour of its dot
/// @param failures how many *Heal all* would heal
record TopBarModel(String environment, Mood mood, long failures) {
    /// How the environment stands as a whole.
    enum Mood {
        IDLE,
        STARTING,
        WELL,
        TROUBLE
    }

    static TopBarModel of(RunSnapshot run) {
        long running = run.parts().stream().filter(part -> part.phase() == PartPhase.READY).count();
        long down = run.parts().stream().filter(TopBarModel::troubled).count();
        String name = run.environment().isBlank() ? Texts.of("environment.none") : run.environment();
        String state = switch (run.phase()) {
            case IDLE -> Texts.of("environment.idle");
            case STARTING -> Texts.of("environment.starting", running, run.parts().size());
            case RUNNING -> down == 0 ? Texts.of("environment.running", running) : Texts.of("environment.down", running, down);
            case STOPPING -> Texts.of("environment.stopping");
            case FAILED -> Texts.of("environment.failed");
        };
        return new TopBarModel(name + " · " + state, mood(run.phase(), down), FailuresViewModel.toHeal(run));
    }

    private static Mood mood(RunPhase phase, long down) {
        return switch (phase) {
            case IDLE, STOPPING -> Mood.IDLE;
            case STARTING -> Mood.STARTING;
            case RUNNING -> down == 0 ? Mood.WELL : Mood.TROUBLE;
            case FAILED -> Mood.TROUBLE;
        };
    }

    private static boolean troubled(PartView part) {
        return part.phase() == PartPhase.DEAD || part.phase() == PartPhase.FAILED || part.phase() == PartPhase.PAUSED;
    }
}
