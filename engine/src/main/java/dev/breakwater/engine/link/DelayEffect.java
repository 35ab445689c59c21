package dev.breakwater.engine.link;

/// Holds back each chunk, both ways.
final class DelayEffect extends Effect {
    private final Delays delays;
    private final Draws draws;

    DelayEffect(Delays delays, Draws draws) {
        this.delays = delays;
        this.draws = draws;
    }

    @Override
    void begin(Connection connection) {
        Draws own = draws.at(connection.number);
        connection.up.add(this, new DelayStage(delays, own.at(Draws.UP).generator(), this::hit));
        connection.down.add(this, new DelayStage(delays, own.at(Draws.DOWN).generator(), this::hit));
    }

    @Override
    void end(Connection connection) {
        connection.attempt(() -> {
            connection.up.remove(this);
            connection.down.remove(this);
        });
    }
}
